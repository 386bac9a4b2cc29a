import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';
import { shellFiles } from './shell-files.ts';
import { fixedFiles } from './strategy.rules.ts';

const icons = ['icons/icon-192.png'];

/** Builds the worker after the application, with the list of what it keeps: `/app/service-worker.js`, one file. */
export function serviceWorker(): Plugin {
  return {
    name: 'quintet-service-worker',
    apply: 'build',
    async writeBundle({ dir }, bundle) {
      if (dir === undefined) return;
      const page = await readFile(join(dir, 'index.html'), 'utf8');
      const names = [...fixedFiles, ...icons, ...shellFiles(Object.values(bundle))];
      const version = createHash('sha256').update(names.join('\n')).update(page).digest('hex').slice(0, 12);
      const shell = { version, files: ['/app/', ...names.map((name) => `/app/${name}`)] };
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { builtShell: JSON.stringify(shell) },
        build: {
          outDir: dir,
          emptyOutDir: false,
          target: ['chrome120', 'firefox121', 'safari17.2'],
          rolldownOptions: {
            input: fileURLToPath(new URL('./main.ts', import.meta.url)),
            output: { format: 'iife', entryFileNames: 'service-worker.js' },
          },
        },
      });
    },
  };
}
