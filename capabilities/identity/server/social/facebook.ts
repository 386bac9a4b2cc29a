import * as oauth from 'oauth4webapi';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { refusalOf } from './oauth-error.ts';
import {
  displayNameOf,
  isLoopbackHttp,
  type Provider,
  type ProviderSettings,
  providerAnswerInvalid,
  providerDown,
} from './provider.ts';

const version = 'v23.0';

const Person = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 100 }),
  name: Type.Optional(Type.String()),
  email: Type.Optional(Type.String()),
});
type Person = Static<typeof Person>;

/** OAuth 2 with PKCE and the Graph API. Facebook does not say whether an address is verified, so it never counts as such. */
export function createFacebook(settings: ProviderSettings): Provider {
  const dialogBase = settings.issuer ?? 'https://www.facebook.com';
  const graphBase = settings.issuer ?? 'https://graph.facebook.com';
  const as: oauth.AuthorizationServer = {
    issuer: dialogBase,
    authorization_endpoint: `${dialogBase}/${version}/dialog/oauth`,
    token_endpoint: `${graphBase}/${version}/oauth/access_token`,
  };
  const client: oauth.Client = { client_id: settings.clientId };
  const authentication =
    settings.clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(settings.clientSecret);
  const options = () => ({
    signal: AbortSignal.timeout(settings.timeoutMs),
    [oauth.allowInsecureRequests]: isLoopbackHttp(new URL(graphBase)),
  });

  async function personOf(accessToken: string): Promise<Person> {
    const url = new URL(`${graphBase}/${version}/me?fields=id,name,email`);
    const response = await oauth.protectedResourceRequest(
      accessToken,
      'GET',
      url,
      undefined,
      undefined,
      options(),
    );
    if (response.status >= 500) throw providerDown();
    const person: unknown = await response.json();
    if (!response.ok || !Value.Check(Person, person)) throw providerAnswerInvalid();
    return person;
  }

  return {
    name: 'facebook',
    title: 'Facebook',
    async begin({ state, verifier, redirectUri }) {
      const url = new URL(`${dialogBase}/${version}/dialog/oauth`);
      url.search = new URLSearchParams({
        client_id: settings.clientId,
        redirect_uri: redirectUri,
        response_type: 'code',
        scope: 'public_profile,email',
        state,
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }).toString();
      return url;
    },
    async finish({ state, verifier, redirectUri }, parameters) {
      try {
        const checked = oauth.validateAuthResponse(as, client, parameters, state);
        const response = await oauth.authorizationCodeGrantRequest(
          as,
          client,
          authentication,
          checked,
          redirectUri,
          verifier,
          options(),
        );
        const tokens = await oauth.processAuthorizationCodeResponse(as, client, response);
        const person = await personOf(tokens.access_token);
        return {
          subject: person.id,
          email: person.email ?? null,
          emailVerified: false,
          displayName: displayNameOf(person.name, 'Facebook'),
        };
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}
