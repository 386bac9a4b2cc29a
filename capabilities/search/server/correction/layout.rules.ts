const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

function table(from: string, to: string): ReadonlyMap<string, string> {
  return new Map([...from].map((character, index) => [character, to[index] ?? character]));
}

const toCyrillic = table(latin, cyrillic);
const toLatin = table(cyrillic, latin);

/** What the same keys type in the other layout (Russian and English), in lower case; the same text when they type nothing else. */
export function otherLayout(text: string): string {
  const lower = text.toLowerCase();
  const keys = /[а-яё]/.test(lower) ? toLatin : toCyrillic;
  return [...lower].map((character) => keys.get(character) ?? character).join('');
}
