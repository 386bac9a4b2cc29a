/** A sentence and where it stands in the text (UTF-16 offsets, `end` exclusive; outer white space left out). */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  (
    'mr mrs ms dr prof st sr jr vs etc e.g i.e a.m p.m no fig vol approx dept inc ltd co corp ' +
    'г гг в вв т.е т.д т.п т.к и.о ул пр пл д кв стр рис табл им проф акад руб коп тыс млн млрд см напр др пр'
  ).split(' '),
);
/** A full stop after these ends a sentence all the same when a capital letter follows. */
const MAY_END: ReadonlySet<string> = new Set([
  'etc',
  'a.m',
  'p.m',
  'т.д',
  'т.п',
  'г',
  'гг',
  'др',
  'пр',
  'руб',
  'inc',
  'ltd',
]);

const BOUNDARY =
  /[.!?…]{1,64}["'»”’)\]]{0,8}|[\r\n]+|\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Join_Control}]*/gu;
const TRAILING_EMOJI =
  /[ \t]{0,4}\p{Extended_Pictographic}[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{M}\p{Join_Control}]*/uy;
const LAST_WORD = /[\p{L}.]{1,12}$/u;
const NEXT_VISIBLE = /[^\s"'«“„([]/u;

function lastWordBefore(text: string, offset: number): string {
  return (LAST_WORD.exec(text.slice(Math.max(0, offset - 12), offset))?.[0] ?? '').toLowerCase();
}

function nextVisible(text: string, offset: number): string {
  return NEXT_VISIBLE.exec(text.slice(offset, offset + 16))?.[0] ?? '';
}

function isLower(character: string): boolean {
  return character !== character.toUpperCase();
}

function endsSentence(text: string, mark: string, start: number, end: number): boolean {
  if (/[\r\n]/.test(mark)) return true;
  const following = text.charAt(end);
  if (following !== '' && !/\s/u.test(following))
    return /\p{Extended_Pictographic}/u.test(text.slice(end, end + 2));
  const next = nextVisible(text, end);
  if (next === '') return true;
  const isStop = /^[.…]/u.test(mark);
  const isEmoji = /^\p{Extended_Pictographic}/u.test(mark);
  if (!isStop && !isEmoji) return true;
  if (isLower(next)) return false;
  if (isEmoji || mark.length > 1) return true;
  const word = lastWordBefore(text, start);
  if (/^\p{L}$/u.test(word) && word !== 'i' && word !== 'я') return MAY_END.has(word);
  return !ABBREVIATIONS.has(word) || MAY_END.has(word);
}

function pushTrimmed(sentences: Sentence[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const trimmed = raw.trim();
  if (trimmed === '') return;
  const start = from + raw.length - raw.trimStart().length;
  sentences.push({ text: trimmed, start, end: start + trimmed.length });
}

/**
 * Splits a text into sentences: abbreviations, initials, decimals and ellipses do not end one, line ends do,
 * and emoji stay with the sentence they follow. Linear in the length of the text.
 */
export function splitSentences(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    const start = match.index;
    const end = start + match[0].length;
    if (start < from || !endsSentence(text, match[0], start, end)) continue;
    TRAILING_EMOJI.lastIndex = end;
    const emoji = TRAILING_EMOJI.exec(text);
    const to = emoji === null ? end : end + emoji[0].length;
    pushTrimmed(sentences, text, from, to);
    from = to;
  }
  pushTrimmed(sentences, text, from, text.length);
  return sentences;
}
