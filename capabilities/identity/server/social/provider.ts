import { Refusal } from '#base/refusal';
import type { ProviderName } from '../../contract/index.ts';

/** What a provider says about somebody. */
export interface ExternalIdentity {
  /** Stable within the provider. */
  readonly subject: string;
  readonly email: string | null;
  /** True only when the provider vouches for the address. */
  readonly emailVerified: boolean;
  readonly displayName: string;
}

/** The secrets of one round trip through a provider. */
export interface Flow {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirectUri: string;
}

export interface Provider {
  readonly name: ProviderName;
  readonly title: string;
  /** Where to send the browser. */
  begin(flow: Flow): Promise<URL>;
  /** Who came back. Throws a refusal for everything a provider or somebody in between can do wrong. */
  finish(flow: Flow, parameters: URLSearchParams): Promise<ExternalIdentity>;
}

export interface ProviderSettings {
  readonly clientId: string;
  readonly clientSecret: string | undefined;
  /** Overrides the provider's own base URL. */
  readonly issuer: string | undefined;
  readonly timeoutMs: number;
}

export function providerDown(cause?: unknown): Refusal {
  const refusal = new Refusal(
    'unavailable',
    'identity.provider_down',
    'The sign-in provider does not answer. Try later.',
    {
      retryAfterSeconds: 30,
    },
  );
  refusal.cause = cause;
  return refusal;
}

export function providerRefused(): Refusal {
  return new Refusal('forbidden', 'identity.provider_refused', 'The sign-in was cancelled at the provider.');
}

export function providerAnswerInvalid(cause?: unknown): Refusal {
  const refusal = new Refusal(
    'invalid',
    'identity.provider_answer_invalid',
    'The answer of the sign-in provider is not valid.',
  );
  refusal.cause = cause;
  return refusal;
}

/** A name people can be called by, whatever the provider sent. */
export function displayNameOf(name: unknown, fallback: string): string {
  const text =
    typeof name === 'string'
      ? name
          .toWellFormed()
          .replace(/\p{Cc}/gu, '')
          .trim()
      : '';
  return text === '' ? fallback : text.slice(0, 100);
}

export function isLoopbackHttp(url: URL): boolean {
  return url.protocol === 'http:' && ['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname);
}
