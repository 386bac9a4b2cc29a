import { useText } from '#platform/web';
import type { QuestDraft } from '../../../contract/index.ts';
import { studioTexts } from '../texts.ts';

const known = ['profanity', 'spam', 'contacts', 'duplicate', 'image', 'incomplete'] as const;

/** Why a moderator sent a quest back, in the author's language: the reason, then the moderator's own words. */
export function useRejectionText(): (rejection: NonNullable<QuestDraft['rejection']>) => string {
  const t = useText(studioTexts);
  return ({ reason_code, note }) => {
    const code = known.find((one) => one === reason_code);
    const reason = t(`rejection.${code ?? 'other'}`);
    return note === null ? reason : `${reason} ${note}`;
  };
}
