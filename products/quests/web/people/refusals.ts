import { useMemo } from 'react';
import { type RefusalTexts, useText } from '#platform/web';
import { peopleTexts } from './texts.ts';

const codes = [
  'player_not_found',
  'already_friends',
  'already_asked',
  'not_yourself',
  'blocked',
  'request_not_found',
  'request_settled',
  'entry_unknown',
  'unlock_pending',
] as const;

/** What refusals about people mean, by code, in the language of the moment. */
export function usePeopleRefusals(): RefusalTexts {
  const t = useText(peopleTexts);
  return useMemo(
    () => ({
      ...Object.fromEntries(codes.map((code) => [`quests.${code}`, t(`refusal.${code}`)])),
      'identity.unlock_token_invalid': t('refusal.unlock_token_invalid'),
      'files.not_found': t('refusal.file_not_found'),
    }),
    [t],
  );
}
