/** Why the system said no. The HTTP border maps each kind to one status; business code never names a number. */
export type RefusalKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'limited'
  | 'unavailable';

/** Facts a caller may act on. Shown to the outside: never secrets, never another person's data. */
export interface RefusalDetails {
  /** Fields at fault, as JSON pointers into the request (`/body/name`). */
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
  /** When it makes sense to try again, in whole seconds. */
  readonly retryAfterSeconds?: number;
  readonly [name: string]: unknown;
}

/**
 * A deliberate "no" with a stable code (`module.reason`). Everything else that is thrown is a bug.
 * The message is for people and is shown to them: plain, complete, without secrets.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly kind: RefusalKind;
  readonly code: string;
  readonly details: RefusalDetails;

  constructor(kind: RefusalKind, code: string, message: string, details: RefusalDetails = {}) {
    super(message);
    this.kind = kind;
    this.code = code;
    this.details = details;
  }
}
