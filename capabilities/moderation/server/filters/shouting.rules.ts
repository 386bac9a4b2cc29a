import type { Flag } from '../index.ts';

const leastLetters = 20;
const capitalShare = 0.7;
const leastEmoji = 5;
const emojiShare = 0.3;

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;

/** Text in capitals, or more pictures than words. Both are reasons to look, not to hide. */
export function findShouting(text: string): readonly Flag[] {
  const letters = count(text, /\p{L}/gu);
  const capitals = count(text, /\p{Lu}/gu);
  const emoji = count(text, /\p{Extended_Pictographic}/gu);
  const flags: Flag[] = [];
  if (letters >= leastLetters && capitals / letters >= capitalShare) flags.push({ code: 'caps', score: 0.3 });
  if (emoji >= leastEmoji && emoji / (emoji + letters) >= emojiShare)
    flags.push({ code: 'emoji', score: 0.3 });
  return flags;
}
