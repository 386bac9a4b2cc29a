import { handleNotificationClick, handlePush } from '#capabilities/notifications/web/push-worker';
import { asset, dropOutdated, keepShell, page, type Shell, shellFile, walkFile } from './kept-files.ts';
import { strategyOf } from './strategy.rules.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Filled in by the build. */
declare const builtShell: Shell;

// Once: every use of the name itself would carry the whole list.
const shell: Shell = builtShell;

const scope = globalThis as unknown as WorkerScope;
const icon = '/app/icons/icon-192.png';

const answerTo = (request: Request): Promise<Response> | null => {
  switch (strategyOf(request, scope.location.origin)) {
    case 'page':
      return page(request, shell);
    case 'asset':
      return asset(request);
    case 'shell':
      return shellFile(request);
    case 'kept':
      return walkFile(request);
    case 'none':
      return null;
  }
};

scope.addEventListener('install', (event) => event.waitUntil(keepShell(shell)));

scope.addEventListener('activate', (event) =>
  event.waitUntil(dropOutdated(shell.version).then(() => scope.clients.claim())),
);

scope.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request);
  if (answer !== null) event.respondWith(answer);
});

// A page that has just begun lets the newer worker in: nothing is reloaded, and open pages keep the files they know.
scope.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void scope.skipWaiting();
});

scope.addEventListener('push', (event) =>
  handlePush(scope, event, {
    language: () => (scope.navigator.language.startsWith('ru') ? 'ru' : 'en'),
    icon,
  }),
);

scope.addEventListener('notificationclick', (event) => handleNotificationClick(scope, event));
