import { useText } from '#platform/web';
import { moderationTexts } from '../texts.ts';

const known = [
  'profanity',
  'link',
  'phone',
  'email',
  'handle',
  'messenger',
  'duplicate',
  'caps',
  'emoji',
  'image_blocklist',
  'rating_burst',
  'report',
  'spoof',
] as const;

/** Names flags for people. */
export function useFlagName(): (code: string) => string {
  const t = useText(moderationTexts);
  return (code) => t(`flag.${known.find((one) => one === code) ?? 'other'}`);
}
