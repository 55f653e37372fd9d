/**
 * Makes the crew's page load also without a network. Browsers allow it over https and on the
 * machine itself only; elsewhere the page works as before, as long as it is not reloaded.
 */
export function keepPage() {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  void navigator.serviceWorker.register('/worker.js').catch(() => undefined);
}

/** How many statuses wait on this phone, of every user of it. */
export function unsentStatuses(store: Storage = localStorage): number {
  let count = 0;
  for (let place = 0; place < store.length; place++) {
    const key = store.key(place) ?? '';
    if (key.startsWith('dirigent.outbox.')) count += lengthOf(store.getItem(key));
  }
  return count;
}

function lengthOf(kept: string | null): number {
  try {
    const list = JSON.parse(kept ?? '[]') as unknown;
    return Array.isArray(list) ? list.length : 0;
  } catch {
    return 0;
  }
}
