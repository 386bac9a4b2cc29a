import { Refusal } from '#base/refusal';
import type { Breakers } from '#platform/server/resilience';
import type { ProviderName } from '../../contract/index.ts';
import type { IdentityConfig } from '../config.ts';
import { createFacebook } from './facebook.ts';
import { createGoogle } from './google.ts';
import { type Provider, providerDown } from './provider.ts';
import { createVk } from './vk.ts';

export interface Providers {
  /** Those that are configured. */
  list(): readonly Provider[];
  /** Throws when it is not configured. */
  get(name: ProviderName): Provider;
}

/** Only an unreachable provider opens its breaker: a person who cancels does not. */
function guarded(provider: Provider, breakers: Breakers): Provider {
  const breaker = breakers.breaker(`oauth.${provider.name}`, {
    isFailure: (error) => !(error instanceof Refusal) || error.kind === 'unavailable',
  });
  async function through<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await breaker.execute(work);
    } catch (error) {
      // Providers throw refusals only; anything else is the open breaker.
      throw error instanceof Refusal ? error : providerDown(error);
    }
  }
  return {
    ...provider,
    begin: (flow) => through(() => provider.begin(flow)),
    finish: (flow, parameters) => through(() => provider.finish(flow, parameters)),
  };
}

export function createProviders(config: IdentityConfig, breakers: Breakers): Providers {
  const timeoutMs = config.SOCIAL_TIMEOUT_MS;
  const configured: Provider[] = [];
  if (config.GOOGLE_CLIENT_ID !== undefined) {
    const { GOOGLE_CLIENT_ID: clientId, GOOGLE_CLIENT_SECRET: clientSecret, GOOGLE_ISSUER: issuer } = config;
    configured.push(guarded(createGoogle({ clientId, clientSecret, issuer, timeoutMs }), breakers));
  }
  if (config.FACEBOOK_CLIENT_ID !== undefined) {
    const {
      FACEBOOK_CLIENT_ID: clientId,
      FACEBOOK_CLIENT_SECRET: clientSecret,
      FACEBOOK_ISSUER: issuer,
    } = config;
    configured.push(guarded(createFacebook({ clientId, clientSecret, issuer, timeoutMs }), breakers));
  }
  if (config.VK_CLIENT_ID !== undefined) {
    const { VK_CLIENT_ID: clientId, VK_CLIENT_SECRET: clientSecret, VK_ISSUER: issuer } = config;
    configured.push(guarded(createVk({ clientId, clientSecret, issuer, timeoutMs }), breakers));
  }
  return {
    list: () => configured,
    get(name) {
      const provider = configured.find((each) => each.name === name);
      if (provider !== undefined) return provider;
      throw new Refusal('not_found', 'identity.provider_unknown', 'This sign-in provider is not configured.');
    },
  };
}
