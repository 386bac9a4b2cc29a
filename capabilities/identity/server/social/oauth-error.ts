import * as oauth from 'oauth4webapi';
import { Refusal } from '#base/refusal';
import { providerAnswerInvalid, providerDown, providerRefused } from './provider.ts';

function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return true;
  return error instanceof TypeError && error.message === 'fetch failed';
}

function answeredWithServerError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const cause = error.cause;
  return cause instanceof Response && cause.status >= 500;
}

/** What a failure on the way to a provider means to the person signing in. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (error instanceof oauth.AuthorizationResponseError) {
    return error.error === 'access_denied' ? providerRefused() : providerAnswerInvalid(error);
  }
  if (error instanceof oauth.ResponseBodyError && error.status >= 500) return providerDown(error);
  if (isUnreachable(error) || answeredWithServerError(error)) return providerDown(error);
  return providerAnswerInvalid(error);
}
