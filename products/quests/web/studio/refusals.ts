import { useMemo } from 'react';
import { useFileRefusals } from '#capabilities/files/web';
import { type RefusalTexts, useText } from '#platform/web';
import { studioTexts } from './texts.ts';

const codes = [
  'quest_not_found',
  'entry_unknown',
  'revision_stale',
  'in_review',
  'not_in_review',
  'not_archived',
  'not_ready',
  'task_contradicts_itself',
  'station_code_wrong',
  'session_not_found',
  'payout_below_minimum',
] as const;

/** What refusals mean to an author, by code. */
export function useStudioRefusals(): RefusalTexts {
  const t = useText(studioTexts);
  const files = useFileRefusals();
  return useMemo(
    () => ({
      ...files,
      ...Object.fromEntries(codes.map((code) => [`quests.${code}`, t(`refusal.${code}`)])),
      'payments.insufficient_funds': t('refusal.insufficient_funds'),
    }),
    [t, files],
  );
}
