import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** Written beside the page, at the root: from there a worker may answer for all of it. */
const NAME = 'worker.js';
const TEMPLATE = new URL('worker.js', import.meta.url);

/** Builds the worker that lets the crew's page load without a network. */
export function offlineWorker(): Plugin {
  return {
    name: 'offline-worker',
    apply: 'build',
    enforce: 'post',
    generateBundle(_, bundle) {
      const parts = Object.values(bundle).sort((a, b) => a.fileName.localeCompare(b.fileName));
      const hash = createHash('sha256');
      for (const one of parts) hash.update(one.type === 'chunk' ? one.code : one.source);
      const built = parts.map((one) => `/${one.fileName}`);
      const files = ['/', '/icon.svg', ...built.filter((one) => one !== '/index.html')];
      const source = readFileSync(TEMPLATE, 'utf8')
        .replace('__VERSION__', hash.digest('hex').slice(0, 16))
        .replace('__FILES__', JSON.stringify(files));
      this.emitFile({ type: 'asset', fileName: NAME, source });
    },
  };
}
