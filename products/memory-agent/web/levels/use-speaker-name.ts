import { useCallback } from 'react';
import { useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';

/** Who said it, as the reader calls them: the two sides of the chat by their part, others by their name. */
export function useSpeakerName(): (speaker: string) => string {
  const t = useText(memoryTexts);
  return useCallback(
    (speaker) => (speaker === 'user' ? t('chat.you') : speaker === 'agent' ? t('chat.agent') : speaker),
    [t],
  );
}
