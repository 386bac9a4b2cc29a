export type Strength =
  | { readonly kind: 'short'; readonly missing: number }
  | { readonly kind: 'weak' | 'fair' | 'good' | 'strong' };

/** The shortest password the server takes. */
export const minLength = 10;

const alphabets: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\p{N}/u, 10],
  [/[^\p{L}\p{N}]/u, 30],
];

/** Characters that bring something new: not a repetition, not the next of a row such as `abc` or `321`. */
function surprisingCharacters(characters: readonly string[]): number {
  return characters.filter((character, index) => {
    const before = characters[index - 1];
    if (before === undefined) return true;
    const step = (character.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0);
    return Math.abs(step) > 1;
  }).length;
}

/** How hard a password is to guess, roughly: a hint for the person, never a reason to refuse. */
export function strengthOf(password: string): Strength {
  const characters = [...password];
  if (characters.length < minLength) return { kind: 'short', missing: minLength - characters.length };
  const alphabet = alphabets.reduce((sum, [pattern, size]) => (pattern.test(password) ? sum + size : sum), 0);
  const distinct = new Set(characters.map((character) => character.toLowerCase())).size;
  const bits = Math.min(surprisingCharacters(characters), distinct * 2) * Math.log2(Math.max(2, alphabet));
  if (bits < 38) return { kind: 'weak' };
  if (bits < 58) return { kind: 'fair' };
  return { kind: bits < 80 ? 'good' : 'strong' };
}
