import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { tenantsTexts } from './texts.ts';

const codes = [
  'company_not_found',
  'member_not_found',
  'role_too_low',
  'last_owner',
  'personal_space',
  'too_many_companies',
  'too_many_invitations',
  'invitation_not_found',
  'other_address',
  'directory_missing',
  'directory_untried',
  'own_second_factor_first',
  'sign_in_name_taken',
  'directory_unreachable',
  'directory_in_use',
  'directory_closed',
  'directory_own_account',
  'directory_other_person',
  'directory_not_member',
  'trip_invalid',
  'sign_in_name_unknown',
  'session_needed',
] as const;

/** What the refusals of companies mean, in the reader's language. */
export function useTenantRefusals(): RefusalTexts {
  const t = useText(tenantsTexts);
  return useMemo(
    () => Object.fromEntries(codes.map((code) => [`tenants.${code}`, t(`refusal.${code}`)])),
    [t],
  );
}
