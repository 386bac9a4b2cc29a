import * as oauth from 'oauth4webapi';
import { refusalOf } from './oauth-error.ts';
import {
  displayNameOf,
  type ExternalIdentity,
  type Flow,
  isLoopbackHttp,
  type ProviderSettings,
  providerAnswerInvalid,
} from './provider.ts';

export interface OpenIdSettings extends Omit<ProviderSettings, 'issuer'> {
  readonly issuer: string;
  /** Plain HTTP is taken too; only from this machine unless said otherwise. */
  readonly allowHttp?: boolean | undefined;
  /** The name of a person whose provider tells none. */
  readonly fallbackName: string;
  /** How requests leave this process; `fetch` unless said otherwise. */
  readonly send?: OpenIdFetch | undefined;
}

export type OpenIdFetch = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body?: unknown;
    readonly signal?: AbortSignal;
  },
) => Promise<Response>;

/** One OpenID Connect provider, as the party that relies on it. */
export interface OpenIdClient {
  /** Where to send the browser. */
  begin(flow: Flow): Promise<URL>;
  /** Who came back. Throws a refusal for everything a provider or somebody in between can do wrong. */
  finish(flow: Flow, parameters: URLSearchParams): Promise<ExternalIdentity>;
}

/** OpenID Connect Core 1.0, code flow, with discovery, PKCE, nonce and a checked signature. */
export function createOpenIdClient(settings: OpenIdSettings): OpenIdClient {
  const issuer = new URL(settings.issuer);
  const client: oauth.Client = { client_id: settings.clientId };
  const allowHttp = settings.allowHttp ?? isLoopbackHttp(issuer);
  /** As the provider's description says (OpenID Connect Discovery 1.0 §3); in the form where it says nothing. */
  const authenticationAt = ({
    token_endpoint_auth_methods_supported: methods,
  }: oauth.AuthorizationServer) => {
    const { clientSecret } = settings;
    if (clientSecret === undefined) return oauth.None();
    const isInForm = methods === undefined || methods.includes('client_secret_post');
    return isInForm ? oauth.ClientSecretPost(clientSecret) : oauth.ClientSecretBasic(clientSecret);
  };
  /** The browser is sent to web addresses only: a description is not to be trusted with scripts. */
  const isWebAddress = ({ protocol }: URL): boolean =>
    protocol === 'https:' || (protocol === 'http:' && allowHttp);
  const options = () => ({
    signal: AbortSignal.timeout(settings.timeoutMs),
    [oauth.allowInsecureRequests]: allowHttp,
    ...(settings.send === undefined ? {} : { [oauth.customFetch]: settings.send }),
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
    async begin({ state, nonce, verifier, redirectUri }) {
      try {
        const { authorization_endpoint: endpoint } = await discovered();
        if (endpoint === undefined) throw providerAnswerInvalid();
        const url = new URL(endpoint);
        if (!isWebAddress(url)) throw providerAnswerInvalid();
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
          authenticationAt(as),
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
          displayName: displayNameOf(claims['name'], settings.fallbackName),
        };
      } catch (error) {
        throw refusalOf(error);
      }
    },
  };
}
