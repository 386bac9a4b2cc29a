import { useText } from '#platform/web';
import { studioTexts } from '../texts.ts';

/** What a point is called before somebody gives it a title: the word that a number follows. */
export function usePointWord(): string {
  return useText(studioTexts)('point.word');
}
