import { calculatePKCECodeChallenge } from 'oauth4webapi';
import { type Static, type TSchema, Type } from 'typebox';
import { Value } from 'typebox/value';
import { sameText } from '../secrets/opaque.ts';
import { refusalOf } from './oauth-error.ts';
import {
  displayNameOf,
  type Provider,
  type ProviderSettings,
  providerAnswerInvalid,
  providerDown,
  providerRefused,
} from './provider.ts';

const defaultBase = 'https://id.vk.ru';

const Tokens = Type.Object({
  access_token: Type.String({ minLength: 1 }),
  state: Type.Optional(Type.String()),
});

const Person = Type.Object({
  user: Type.Object({
    user_id: Type.Union([Type.String({ minLength: 1, maxLength: 100 }), Type.Integer()]),
    first_name: Type.Optional(Type.String()),
    last_name: Type.Optional(Type.String()),
    email: Type.Optional(Type.String()),
  }),
});

const Payload = Type.Object({
  code: Type.String(),
  state: Type.String(),
  device_id: Type.String(),
});

/** The callback's fields come as query parameters, or together as JSON in `payload`. */
function callbackFields(parameters: URLSearchParams): Static<typeof Payload> {
  const payload = parameters.get('payload');
  let given: unknown = Object.fromEntries(parameters);
  if (payload !== null) {
    try {
      given = JSON.parse(payload);
    } catch (error) {
      throw providerAnswerInvalid(error);
    }
  }
  if (!Value.Check(Payload, given)) throw providerAnswerInvalid();
  return given;
}

/**
 * VK ID: OAuth 2.1 with PKCE, a state of at least 32 characters, and the `device_id` of the callback in the
 * token request. A public application must not send a client secret. Addresses are not vouched for.
 */
export function createVk(settings: ProviderSettings): Provider {
  const base = settings.issuer ?? defaultBase;

  async function post<Schema extends TSchema>(
    path: string,
    schema: Schema,
    fields: Record<string, string>,
  ): Promise<Static<Schema>> {
    const response = await fetch(`${base}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { accept: 'application/json' },
      redirect: 'error',
      signal: AbortSignal.timeout(settings.timeoutMs),
    });
    if (response.status >= 500) throw providerDown();
    const answer: unknown = await response.json();
    // Errors arrive with status 200 too; they lack the fields.
    if (!response.ok || !Value.Check(schema, answer)) throw providerAnswerInvalid();
    return answer;
  }

  return {
    name: 'vk',
    title: 'VK ID',
    async begin({ state, verifier, redirectUri }) {
      const url = new URL(`${base}/authorize`);
      url.search = new URLSearchParams({
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'email',
        state,
        code_challenge: await calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).toString();
      return url;
    },
    async finish({ state, verifier, redirectUri }, parameters) {
      try {
        if (parameters.get('error') !== null) {
          throw parameters.get('error') === 'access_denied' ? providerRefused() : providerAnswerInvalid();
        }
        const callback = callbackFields(parameters);
        if (!sameText(callback.state, state)) throw providerAnswerInvalid();
        const tokens = await post('/oauth2/auth', Tokens, {
          grant_type: 'authorization_code',
          code: callback.code,
          code_verifier: verifier,
          device_id: callback.device_id,
          client_id: settings.clientId,
          redirect_uri: redirectUri,
          state,
          ...(settings.clientSecret === undefined ? {} : { client_secret: settings.clientSecret }),
        });
        if (tokens.state !== undefined && !sameText(tokens.state, state)) throw providerAnswerInvalid();
        const { user } = await post('/oauth2/user_info', Person, {
          client_id: settings.clientId,
          access_token: tokens.access_token,
        });
        const name = [user.first_name, user.last_name].filter((part) => part !== undefined).join(' ');
        const email = user.email === undefined || user.email === '' ? null : user.email;
        return {
          subject: String(user.user_id),
          email,
          emailVerified: false,
          displayName: displayNameOf(name, 'VK'),
        };
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}
