import { plainText } from './plain-text.ts';

// Creole marks, links, includes, preprocessor calls and quotes are all made of other characters than these.
const risky =
  /[^\p{L}\p{M}\p{N} .,?«»№—–-]|(?<![\p{L}\p{N}])\.|\.(?![\p{L}\p{N}])|(?<![\p{L}\p{N} ])-|-(?![\p{L}\p{N} ])|(?<= )-(?= ?$)/gu;
/** Some lines of the syntax may not be longer than about two thousand characters. */
const encodedLimit = 1500;

function entity(character: string): string {
  return `&#${character.codePointAt(0)};`;
}

/** A label for any place of PlantUML: inside quotes, brackets or up to the end of a line. */
export function plantText(raw: string, fallback?: string): string {
  const text = plainText(raw, fallback);
  const encoded = text.replace(risky, entity);
  if (encoded.length <= encodedLimit) return encoded;
  return `${[...text].slice(0, 100).join('')}…`.replace(risky, entity);
}
