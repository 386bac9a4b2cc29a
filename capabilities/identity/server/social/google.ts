import * as oauth from 'oauth4webapi';
import { refusalOf } from './oauth-error.ts';
import {
  displayNameOf,
  isLoopbackHttp,
  type Provider,
  type ProviderSettings,
  providerAnswerInvalid,
} from './provider.ts';

const defaultIssuer = 'https://accounts.google.com';

/** OpenID Connect with discovery, PKCE, nonce and a checked signature. */
export function createGoogle(settings: ProviderSettings): Provider {
  const issuer = new URL(settings.issuer ?? defaultIssuer);
  const client: oauth.Client = { client_id: settings.clientId };
  const authentication =
    settings.clientSecret === undefined ? oauth.None() : oauth.ClientSecretPost(settings.clientSecret);
  const options = () => ({
    signal: AbortSignal.timeout(settings.timeoutMs),
    [oauth.allowInsecureRequests]: isLoopbackHttp(issuer),
  });
  let server: Promise<oauth.AuthorizationServer> | undefined;

  async function discover(): Promise<oauth.AuthorizationServer> {
    const response = await oauth.discoveryRequest(issuer, options());
    return oauth.processDiscoveryResponse(issuer, response);
  }

  function discovered(): Promise<oauth.AuthorizationServer> {
    if (server === undefined) {
      const discovery = discover();
      server = discovery;
      discovery.catch(() => {
        server = undefined;
      });
    }
    return server;
  }

  return {
    name: 'google',
    title: 'Google',
    async begin({ state, nonce, verifier, redirectUri }) {
      try {
        const { authorization_endpoint: endpoint } = await discovered();
        if (endpoint === undefined) throw providerAnswerInvalid();
        const url = new URL(endpoint);
        url.search = new URLSearchParams({
          client_id: settings.clientId,
          redirect_uri: redirectUri,
          response_type: 'code',
          scope: 'openid email profile',
          state,
          nonce,
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          prompt: 'select_account',
        }).toString();
        return url;
      } catch (error) {
        throw refusalOf(error);
      }
    },
    async finish({ state, nonce, verifier, redirectUri }, parameters) {
      try {
        const as = await discovered();
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
        const tokens = await oauth.processAuthorizationCodeResponse(as, client, response, {
          expectedNonce: nonce,
          requireIdToken: true,
        });
        await oauth.validateApplicationLevelSignature(as, response, options());
        const claims = oauth.getValidatedIdTokenClaims(tokens);
        if (claims === undefined) throw providerAnswerInvalid();
        const email = typeof claims['email'] === 'string' ? claims['email'] : null;
        return {
          subject: claims.sub,
          email,
          emailVerified: email !== null && claims['email_verified'] === true,
          displayName: displayNameOf(claims['name'], 'Google'),
        };
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}
