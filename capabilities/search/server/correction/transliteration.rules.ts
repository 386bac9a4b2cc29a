const pairs: readonly (readonly [string, string])[] = [
  ['shch', 'щ'],
  ['sch', 'щ'],
  ['yo', 'е'],
  ['jo', 'е'],
  ['zh', 'ж'],
  ['kh', 'х'],
  ['ts', 'ц'],
  ['ch', 'ч'],
  ['sh', 'ш'],
  ['yu', 'ю'],
  ['ju', 'ю'],
  ['ya', 'я'],
  ['ja', 'я'],
  ['ye', 'е'],
  ['ck', 'к'],
  ['ph', 'ф'],
  ['th', 'т'],
  ['iy', 'ий'],
  ['yy', 'ый'],
  ['ay', 'ай'],
  ['ey', 'ей'],
  ['oy', 'ой'],
  ['uy', 'уй'],
];
const letters = new Map(
  [...'abcdefghijklmnopqrstuvwxyz'].map(
    (letter, index) => [letter, [...'абкдефгхийклмнопкрстувв_ыз'][index] ?? letter] as const,
  ),
);
letters.set('x', 'кс');
const back: ReadonlyMap<string, string> = new Map(
  [...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'].map((letter, index) => [
    letter,
    'a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya'.split(' ')[index] ?? '',
  ]),
);
const pattern = new RegExp(`${pairs.map(([from]) => from).join('|')}|[a-z]`, 'g');
const byPair = new Map(pairs);

/** A Latin text in Cyrillic letters or a Cyrillic one in Latin letters, as people spell when they lack the other keyboard. */
export function transliterated(text: string): string {
  const lower = text.toLowerCase();
  if (/[а-яё]/.test(lower)) return [...lower].map((letter) => back.get(letter) ?? letter).join('');
  return lower.replaceAll(pattern, (found) => byPair.get(found) ?? letters.get(found) ?? found);
}
