import type { Permission } from '#platform/contract';
import { defineExtensionPoint } from '../modules/extension.ts';

/** The authenticated person (or their API key) behind a request, as of this moment. */
export interface Caller {
  readonly userId: string;
  /** The device session; null when an API key calls. */
  readonly sessionId: string | null;
  readonly apiKeyId: string | null;
  readonly roles: readonly string[];
  readonly permissions: ReadonlySet<Permission>;
  /** Scopes of the API key; null for a person, who needs none. */
  readonly scopes: ReadonlySet<string> | null;
}

export type Credentials =
  | { readonly kind: 'bearer'; readonly token: string }
  | { readonly kind: 'api-key'; readonly key: string }
  | { readonly kind: 'ws-ticket'; readonly ticket: string };

/** Turns credentials into a caller; throws a `Refusal` of kind unauthenticated. One module fills this point. */
export interface Authenticator {
  authenticate(credentials: Credentials): Promise<Caller>;
}

/** Filled by the module that owns accounts. Without it every guarded route answers 401. */
export const authenticatorPoint = defineExtensionPoint<Authenticator>('http.authenticator', 'one');
