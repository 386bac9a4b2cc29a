import { useAuditAction, useText } from '#platform/web';
import { administrationTexts } from '../texts.ts';

/** What identity writes into the audit log; other modules name theirs in their declarations. */
export const knownActions = [
  'signed_in',
  'sign_in_slowed',
  'registered',
  'account_founded',
  'profile_changed',
  'password_changed',
  'password_reset',
  'second_factor_enabled',
  'second_factor_disabled',
  'session_ended',
  'other_sessions_ended',
  'refresh_reused',
  'api_key_created',
  'api_key_revoked',
  'provider_linked',
  'provider_unlinked',
  'roles_changed',
  'overrides_changed',
  'role_saved',
  'role_deleted',
  'user_locked',
  'user_unlocked',
  'user_deleted',
] as const;

/** Names audited actions to people. */
export function useActionName(): (action: string) => string {
  const t = useText(administrationTexts);
  const ofModules = useAuditAction();
  return (action) => {
    const known = knownActions.find((name) => `identity.${name}` === action);
    return known === undefined ? ofModules(action) : t(`actions.${known}`);
  };
}
