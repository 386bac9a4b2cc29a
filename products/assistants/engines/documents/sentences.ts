/** A sentence and where it stands in the text it was cut from: `text === source.slice(start, end)`. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Shortenings after which a full stop does not end a sentence. */
const shortenings = new Set(
  'т тыс млн млрд руб коп г гг в вв рис табл см ср п пп ст стр гл разд напр др проч пр ул д кв обл тел им мин макс сек ч шт ед экз доп кол инв рег сокр прим e.g i.e etc vs fig no cf mr mrs dr inc sec min max approx incl'.split(
    ' ',
  ),
);

const closers = /["»”’)\]]/;

/** Only these end a sentence although they are shortenings: the next word begins with a capital. */
const mayEnd = new Set([
  'д',
  'п',
  'др',
  'пр',
  'проч',
  'г',
  'гг',
  'руб',
  'коп',
  'шт',
  'сек',
  'мин',
  'ч',
  'тыс',
  'млн',
  'млрд',
  'ед',
  'etc',
  'тел',
]);

function endsAt(text: string, at: number): boolean {
  const sign = text[at];
  let after = at + 1;
  while (after < text.length && closers.test(text[after] ?? '')) after += 1;
  const rest = /^\s*(\S?)/.exec(text.slice(after, after + 40));
  if (after < text.length && !/\s/.test(text[after] ?? '')) return false;
  const next = rest?.[1] ?? '';
  if (sign !== '.') return next === '' || !/[a-zа-яё,;]/.test(next);
  const word = /([\p{L}\d][\p{L}\d.]*)$/u.exec(text.slice(Math.max(0, at - 30), at))?.[1] ?? '';
  const last = word.toLowerCase().split('.').at(-1) ?? '';
  if (next !== '' && /[a-zа-яё,;]/.test(next)) return false;
  if (next === '') return true;
  if (/^\d+(\.\d+)*$/.test(word)) return !/^\s*\d+(\.\d+)*$/.test(text.slice(Math.max(0, at - 12), at));
  if (/^\p{Lu}$/u.test(word)) return false;
  if (shortenings.has(last))
    return mayEnd.has(last) && /\p{Lu}/u.test(next) && !/^(рис|табл|п|пп|ст)$/.test(word.toLowerCase());
  return true;
}

/** Cuts text into sentences; an empty line always ends one. Shortenings, initials and numbers do not. */
export function sentences(text: string): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = 0;
  const cut = (end: number): void => {
    const raw = text.slice(start, end);
    const lead = raw.length - raw.trimStart().length;
    const body = raw.trim();
    if (body !== '') found.push({ text: body, start: start + lead, end: start + lead + body.length });
    start = end;
  };
  const stops = /[.!?…]+|\n[^\S\n]*\n/g;
  for (let stop = stops.exec(text); stop; stop = stops.exec(text)) {
    const end = stop.index + stop[0].length;
    if (stop[0].startsWith('\n')) cut(end);
    else if (endsAt(text, end - 1)) {
      let after = end;
      while (after < text.length && closers.test(text[after] ?? '')) after += 1;
      cut(after);
    }
  }
  cut(text.length);
  return found;
}
