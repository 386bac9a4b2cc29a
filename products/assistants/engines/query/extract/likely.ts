/** Shorter literals hold no query worth a look. */
export const shortestLiteral = 12;

const select = /(?:выбрать|select)(?=[\s|])/giu;
const drop = /(?:уничтожить|drop)[\s|]*[^\n\r]/giu;
const clause =
  /[\s|](?:как|as|из|from|где|where|соединение|join|объединить|union|сгруппировать|group|упорядочить|order|итоги|totals)(?=\s|$)/giu;

/** Only spaces, bars and the marks `"`, `|`, `;` may stand before the first word of a query. */
const opens = (text: string, at: number): boolean => {
  let before = at - 1;
  while (before >= 0 && /\s/u.test(text[before] ?? '')) before -= 1;
  return before < 0 || '"|;'.includes(text[before] ?? '');
};

const firstMatch = (text: string, pattern: RegExp): number => {
  for (const match of text.matchAll(pattern)) if (opens(text, match.index)) return match.index;
  return -1;
};

/**
 * The text looks like a query: it opens with a dropped table, or with ВЫБРАТЬ that a later word of a query follows.
 * Linear in the text's length but for runs of spaces before the opening words.
 */
export const looksLikeQuery = (text: string): boolean => {
  if (firstMatch(text, drop) >= 0) return true;
  const from = firstMatch(text, select);
  if (from < 0) return false;
  clause.lastIndex = 0;
  // Between the opening word and the later one there is at least one sign with a space on either side.
  const tail = text.slice(from);
  const opening = /^\S+?(?=[\s|])/u.exec(tail)?.[0].length ?? 0;
  for (const match of tail.matchAll(clause)) if (match.index >= opening + 2) return true;
  return false;
};
