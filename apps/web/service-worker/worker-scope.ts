import type {
  NotificationClicked,
  PushReceived,
  PushScope,
} from '#capabilities/notifications/web/push-worker';

interface Extendable {
  waitUntil(work: Promise<unknown>): void;
}

interface Fetching {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}

interface Told {
  readonly data: unknown;
}

interface Events {
  readonly install: Extendable;
  readonly activate: Extendable;
  readonly fetch: Fetching;
  readonly message: Told;
  readonly push: PushReceived;
  readonly notificationclick: NotificationClicked;
}

/** The part of `ServiceWorkerGlobalScope` that is used here: the library's own types do not go with those of pages. */
export interface WorkerScope extends PushScope {
  readonly location: { readonly origin: string };
  readonly navigator: PushScope['navigator'] & { readonly language: string };
  readonly clients: PushScope['clients'] & { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener<Name extends keyof Events>(name: Name, hear: (event: Events[Name]) => void): void;
}
