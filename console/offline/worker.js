// Lets the crew's page load without a network. It keeps the built files of one version and nothing
// else: no answer of the server, no data, is ever stored. The build writes in what stands in
// capitals.
const VERSION = '__VERSION__';
const FILES = __FILES__;
const CACHE = `dirigent-page-${VERSION}`;
/** A network that has not answered by then is as good as none; the built page is at hand. */
const PAGE_MILLISECONDS = 4_000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(CACHE)
      .then((cache) => cache.addAll(FILES))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  const old = (name) => name.startsWith('dirigent-page-') && name !== CACHE;
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter(old).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  // The page itself comes from the network while there is one, so that it is never an old one.
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (FILES.includes(pathname)) event.respondWith(file(request));
});

async function page(request) {
  try {
    return await fetch(request, { signal: AbortSignal.timeout(PAGE_MILLISECONDS) });
  } catch {
    return (await caches.match('/', { cacheName: CACHE, ignoreVary: true })) ?? Response.error();
  }
}

async function file(request) {
  // The same file whoever asks: a server's Vary says otherwise of scripts and styles.
  const kept = await caches.match(request, { cacheName: CACHE, ignoreVary: true });
  return kept ?? fetch(request);
}
