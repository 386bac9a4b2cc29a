import { useMemo } from 'react';
import { ApiProblem, asProblem, type RefusalTexts, useText } from '#platform/web';
import { identityTexts } from '../texts.ts';

const codes = [
  'credentials_wrong',
  'email_not_verified',
  'locked',
  'too_many_attempts',
  'busy',
  'code_invalid',
  'second_factor_wrong',
  'second_factor_on',
  'second_factor_off',
  'second_factor_not_set_up',
  'challenge_invalid',
  'password_too_common',
  'password_is_email',
  'password_length',
  'password_wrong',
  'password_required',
  'time_zone_unknown',
  'email_invalid',
  'email_required',
  'pending_invalid',
  'provider_unknown',
  'provider_down',
  'provider_refused',
  'provider_not_linked',
  'last_way_in',
  'managed_account',
  'last_admin',
  'too_many_keys',
  'scope_unknown',
  'session_unknown',
  'api_key_unknown',
  'grant_beyond_own',
  'cannot_lock_self',
  'role_unknown',
  'user_unknown',
  'cursor_invalid',
] as const;

/** The texts of this capability's refusals, in the language of the moment. */
export function useRefusals(): RefusalTexts {
  const t = useText(identityTexts);
  return useMemo(
    () => Object.fromEntries(codes.map((code) => [`identity.${code}`, t(`refusal.${code}`)])),
    [t],
  );
}

/** The same problem with the faults of its fields in the words of `texts`: the server speaks English only. */
export function inWords(error: unknown, texts: RefusalTexts): ApiProblem {
  const fault = asProblem(error);
  const { problem } = fault;
  const text = fault.code === undefined ? undefined : texts[fault.code];
  if (problem === undefined || text === undefined || fault.fields.length === 0) return fault;
  const errors = fault.fields.map(({ pointer }) => ({ pointer, message: text }));
  return new ApiProblem(fault.status, { ...problem, errors }, fault.retryAfterSeconds);
}
