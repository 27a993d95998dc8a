import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const at = (path: string): string => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      externalizeDeps: true,
      rolldownOptions: {
        // Workers are programs of their own; main names them by file.
        input: {
          index: at('src/main/index.ts'),
          'job-worker': at('src/host/desktop/worker/job-worker.ts'),
          'workbook-worker': at('src/host/workbook/worker.ts'),
          'table-task': at('src/host/desktop/worker/table-task.ts'),
          'import-task': at('src/host/import/import-task.ts'),
        },
        // The import task is loaded by name, for what it exports.
        preserveEntrySignatures: 'exports-only',
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      rolldownOptions: { input: { index: at('src/renderer/index.html') } },
      chunkSizeWarningLimit: 4000,
    },
  },
});
