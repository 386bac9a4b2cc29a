/**
 * Weighs runs of like characters by how byte-pair vocabularies of current models tend to split them: short English
 * words are one token, Russian ones break every two or three letters, digits stand alone in some vocabularies, other
 * scripts and emoji cost a token a character or more. Each weight is taken from the dear end, so that budgets hold;
 * no vocabulary is asked, so the count of a given model differs.
 */
const RUNS =
  /(?<latin>[A-Za-z\u00C0-\u024F]+)|(?<cyrillic>[\u0400-\u04FF]+)|(?<digits>\d+)|(?<space>\s+)|(?<ascii>[!-~])|(?<other>[\s\S])/gu;

/** Longer words are names, keys or other languages: they break into short pieces. */
const LONG_LATIN = 14;

function weigh(groups: Readonly<Record<string, string | undefined>>): number {
  const latin = groups['latin'];
  if (latin !== undefined) {
    return latin.length > LONG_LATIN ? latin.length / 2.5 : Math.ceil(latin.length / 6);
  }
  const cyrillic = groups['cyrillic'];
  if (cyrillic !== undefined) return Math.ceil(cyrillic.length / 2.6);
  const digits = groups['digits'];
  if (digits !== undefined) return digits.length;
  const space = groups['space'];
  if (space !== undefined) return space === ' ' ? 0 : Math.ceil(space.length / 4);
  const other = groups['other'];
  if (other !== undefined) return other.length > 1 ? 3 : 1.5;
  return 1;
}

/** Estimates the tokens of a text; rather too high than too low. Linear in its length. */
export function countTokens(text: string): number {
  let total = 0;
  for (const match of text.matchAll(RUNS)) total += weigh(match.groups ?? {});
  return Math.ceil(total);
}
