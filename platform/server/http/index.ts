export { type Authenticator, authenticatorPoint, type Caller, type Credentials } from './caller.ts';
export type {
  CookieOptions,
  Mount,
  ReplyControls,
  RouteHandler,
  RouteRequest,
  ServerSentEvent,
} from './types.ts';
