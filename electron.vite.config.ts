import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

/** What Electron 45 embeds; electron-vite's own table ends before it. */
const NODE = 'node24.0';
const CHROME = 'chrome150';

export default defineConfig({
  main: {
    build: {
      target: NODE,
      sourcemap: true,
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          engine: 'src/main/engine/worker.ts',
          'history-writer': 'src/main/engine/adapters/cache/history/writer-thread.ts',
          'history-reader': 'src/main/engine/adapters/cache/history/reader-thread.ts',
          'history-export': 'src/main/engine/export-thread.ts',
          'dry-run': 'src/main/engine/dry-run-thread.ts',
          'database-copy': 'src/main/engine/adapters/cache/copies/copy-thread.ts',
          headless: 'src/main/engine/headless.ts',
          simulator: 'src/simulator/demo-worker.ts',
        },
        // Workers and scripts are started by these names.
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: NODE,
      // A sandboxed preload can't load anything else: all of it in one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [react()],
    build: {
      target: CHROME,
      // The page's policy allows no inline script, style or data address: everything is a file.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      // Whose work is in the bundle, as their licences ask for.
      license: { fileName: 'licences.txt' },
      rolldownOptions: {
        input: {
          index: 'src/renderer/index.html',
          ticker: 'src/renderer/ticker.html',
          crashed: 'src/renderer/crashed.html',
        },
      },
    },
  },
});
