import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorker } from './service-worker/build-plugin.ts';

const server = 'http://127.0.0.1:8000';

/** The browser's half, served under `/app/`; in development the API is asked at its usual port. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/app/',
  plugins: [react(), serviceWorker()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: ['chrome120', 'firefox121', 'safari17.2'],
    sourcemap: false,
    cssCodeSplit: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 2_048,
    reportCompressedSize: false,
    rolldownOptions: {
      // Front doors only pass names on: without this everything they name would land in the first download.
      treeshake: {
        moduleSideEffects: [{ test: /[\\/](base|platform|capabilities|products)[\\/]/, sideEffects: false }],
      },
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|react-router)[\\/]/,
              priority: 2,
            },
            {
              name: 'data',
              test: /node_modules[\\/](@tanstack|zustand|i18next|react-i18next)[\\/]/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: {
    port: 5173,
    proxy: {
      '^/(?!app/)': { target: server, ws: true },
    },
  },
});
