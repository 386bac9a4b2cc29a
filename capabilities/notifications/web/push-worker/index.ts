import { pathOf, payloadOf, shownOf, type WorkerLanguage } from './push-event.rules.ts';
import { type TokenScope, workerToken } from './worker-token.ts';

interface WorkerClient {
  readonly url: string;
  focus(): Promise<unknown>;
  navigate(url: string): Promise<unknown>;
}

/** The part of `ServiceWorkerGlobalScope` that pushes need. */
export interface PushScope extends TokenScope {
  readonly registration: {
    showNotification(title: string, options: NotificationOptions): Promise<void>;
  };
  readonly clients: {
    matchAll(options: {
      readonly type: 'window';
      readonly includeUncontrolled: boolean;
    }): Promise<readonly WorkerClient[]>;
    openWindow(url: string): Promise<unknown>;
  };
  readonly location: { readonly origin: string };
}

/** A `push` event, or what matters of it. */
export interface PushReceived {
  readonly data: { text(): string } | null;
  waitUntil(work: Promise<unknown>): void;
}

/** A `notificationclick` event, or what matters of it. */
export interface NotificationClicked {
  readonly notification: { readonly data: unknown; close(): void };
  waitUntil(work: Promise<unknown>): void;
}

export interface PushWorkerOptions {
  readonly language: () => WorkerLanguage;
  /** Address of the picture beside the text. */
  readonly icon?: string;
}

const patience = 8_000;

async function fetchText(scope: PushScope, id: string, language: WorkerLanguage): Promise<unknown> {
  const token = await workerToken(scope);
  if (token === null) return undefined;
  const headers = { authorization: `Bearer ${token}`, 'accept-language': language };
  const answer = await scope.fetch(`/notifications/${id}`, {
    headers,
    signal: AbortSignal.timeout(patience),
  });
  return answer.ok ? await answer.json() : undefined;
}

async function show(scope: PushScope, event: PushReceived, options: PushWorkerOptions): Promise<void> {
  const payload = payloadOf(event.data?.text() ?? '');
  const language = options.language();
  const answer =
    payload === undefined ? undefined : await fetchText(scope, payload.id, language).catch(() => undefined);
  const { title, body, tag, path } = shownOf(payload, answer, language);
  const { icon } = options;
  await scope.registration.showNotification(title, {
    body,
    tag,
    lang: language,
    data: { path },
    ...(icon === undefined ? {} : { icon, badge: icon }),
  });
}

/**
 * Answers a push: fetches the text of the notice and shows it; without a sign-in or a network it says only that there
 * is one. Something is always shown, as browsers demand of who subscribes with `userVisibleOnly`.
 */
export function handlePush(scope: PushScope, event: PushReceived, options: PushWorkerOptions): void {
  event.waitUntil(show(scope, event, options));
}

async function open(scope: PushScope, path: string): Promise<void> {
  const windows = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const ours = windows.find(({ url }) => new URL(url).pathname.startsWith('/app'));
  if (ours === undefined) {
    await scope.clients.openWindow(path);
    return;
  }
  await ours.focus();
  await ours.navigate(new URL(path, scope.location.origin).href);
}

/** Answers a tap on a notification: brings the application's window to what it is about, or opens one. */
export function handleNotificationClick(scope: PushScope, event: NotificationClicked): void {
  const { notification } = event;
  notification.close();
  const data: unknown = notification.data;
  const path = typeof data === 'object' && data !== null && 'path' in data ? data.path : null;
  event.waitUntil(open(scope, pathOf(path)));
}
