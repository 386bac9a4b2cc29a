export { type Authenticator, authenticatorPoint, type Caller, type Credentials } from './caller.ts';
export { type PageSources, pageSourcesPoint } from './headers/page-sources.ts';
export { eraseIdempotency, purgeIdempotency } from './idempotency/answer.store.ts';
export { idempotencyMigrations } from './migrations.ts';
export { createHttpServer } from './server.ts';
export type { HttpServer, HttpServerOptions, MountedRoute, UpgradeHandler } from './server-types.ts';
export type {
  BytesAnswer,
  CookieOptions,
  Mount,
  ReplyControls,
  RouteHandler,
  RouteRequest,
  ServerSentEvent,
} from './types.ts';
export { serveWebApp } from './web-app/serve-web-app.ts';
