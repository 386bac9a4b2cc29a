import { Refusal } from '#base/refusal';
import { type Clock, minute } from '#base/time';
import { createSecretBox } from '#platform/server/config';
import type { Database } from '#platform/server/database';
import type { ProviderName } from '../../contract/index.ts';
import { randomToken, sameBytes, tokenHash } from '../secrets/opaque.ts';
import type { ExternalIdentity, Flow } from './provider.ts';
import type { Providers } from './providers.ts';
import { insertState, takeState } from './social.store.ts';

const flowLifetime = 10 * minute;

interface Begun {
  readonly url: string;
  /** Goes into a cookie of the browser that began, and only that browser may finish. */
  readonly binder: string;
}

export interface Finished {
  readonly external: ExternalIdentity;
  readonly returnTo: string | null;
  /** Whose account to connect; null when signing in. */
  readonly linkTo: string | null;
}

export interface Flows {
  begin(provider: ProviderName, options: { returnTo?: string | undefined; linkTo?: string }): Promise<Begun>;
  finish(provider: ProviderName, binder: string | undefined, parameters: URLSearchParams): Promise<Finished>;
}

function stateInvalid(): Refusal {
  return new Refusal(
    'invalid',
    'identity.state_invalid',
    'This sign-in is too old or was begun elsewhere. Begin again.',
  );
}

/** VK may put its fields into one JSON parameter. */
function stateOf(parameters: URLSearchParams): string | undefined {
  const plain = parameters.get('state');
  if (plain !== null) return plain;
  try {
    const payload: unknown = JSON.parse(parameters.get('payload') ?? 'null');
    if (typeof payload !== 'object' || payload === null || !('state' in payload)) return undefined;
    return typeof payload.state === 'string' ? payload.state : undefined;
  } catch {
    return undefined;
  }
}

/** The round trips to providers: begun here, bound to one browser, finished once. */
export function createFlows(
  database: Database,
  providers: Providers,
  settings: { readonly secretKey: string; readonly publicUrl: string; readonly clock: Clock },
): Flows {
  const { clock } = settings;
  const box = createSecretBox(settings.secretKey, 'identity.oauth-flow');
  const redirectUri = (provider: ProviderName) => `${settings.publicUrl}/auth/oauth/${provider}/callback`;

  return {
    async begin(name, { returnTo, linkTo }) {
      const provider = providers.get(name);
      const flow: Flow = {
        state: randomToken(),
        nonce: randomToken(),
        verifier: randomToken(),
        redirectUri: redirectUri(name),
      };
      const binder = randomToken();
      const url = await provider.begin(flow);
      await insertState(database, tokenHash(flow.state), {
        binder_hash: tokenHash(binder),
        provider: name,
        sealed: box.seal(JSON.stringify({ nonce: flow.nonce, verifier: flow.verifier }), flow.state),
        return_to: returnTo ?? null,
        user_id: linkTo ?? null,
        expires_at: new Date(clock().getTime() + flowLifetime),
      });
      return { url: url.toString(), binder };
    },
    async finish(name, binder, parameters) {
      const provider = providers.get(name);
      const state = stateOf(parameters);
      const row = state === undefined ? undefined : await takeState(database, tokenHash(state));
      if (state === undefined || row === undefined || row.provider !== name || row.expires_at <= clock()) {
        throw stateInvalid();
      }
      if (binder === undefined || !sameBytes(row.binder_hash, tokenHash(binder))) throw stateInvalid();
      const secrets: { nonce: string; verifier: string } = JSON.parse(box.open(row.sealed, state));
      const external = await provider.finish(
        { ...secrets, state, redirectUri: redirectUri(name) },
        parameters,
      );
      return { external, returnTo: row.return_to, linkTo: row.user_id };
    },
  };
}
