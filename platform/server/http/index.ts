export type { Authenticator, Caller, Credentials } from './caller.ts';
export type {
  CookieOptions,
  Mount,
  ReplyControls,
  RouteHandler,
  RouteRequest,
  ServerSentEvent,
} from './types.ts';
