import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { offlineWorker } from './offline/plugin.ts';

// The server the development page talks to; the built page is served by the program itself.
const server = process.env['DIRIGENT_SERVER'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react(), offlineWorker()],
  build: {
    // The Maven module's output folder, so that the jar carries the page under /static.
    outDir: 'target/classes/static',
    emptyOutDir: true,
    target: 'es2022',
    // The map library alone is about 1 MB; it is loaded after log-in, never for the log-in page.
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        // Some servers give .mjs no script type, and a browser then refuses the map's worker.
        assetFileNames: (asset) =>
          asset.names.some((name) => name.endsWith('.mjs'))
            ? 'assets/[name]-[hash].js'
            : 'assets/[name]-[hash][extname]',
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/health', '/openapi.json'].map((path) => [path, { target: server }]),
    ),
  },
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx'],
    environment: 'node',
  },
});
