import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { moderationTexts } from './texts.ts';

const codes = [
  'case_claimed',
  'case_closed',
  'not_claimed',
  'own_work',
  'reason_unknown',
  'case_not_found',
  'not_a_moderator',
  'admin_only',
  'reason_taken',
  'reason_not_found',
  'image_block_not_found',
  'block_needs_rejection',
] as const;

/** The refusals of the module in the language of the person. */
export function useModerationRefusals(): RefusalTexts {
  const t = useText(moderationTexts);
  return useMemo(
    () => Object.fromEntries(codes.map((code) => [`moderation.${code}`, t(`refusal.${code}`)])),
    [t],
  );
}
