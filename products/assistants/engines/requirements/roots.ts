import { stopRoots } from './roots/tables.ts';
import { rootOf, type Token, tokensOf } from './words.ts';

const stop = new Set(stopRoots);

/** Roots of the words that carry meaning, in the order of the text, without numbers. */
export function rootsOf(tokens: readonly Token[]): readonly string[] {
  return tokens
    .filter(
      (token) =>
        token.kind === 'word' &&
        token.lower.length > 2 &&
        !stop.has(token.lower) &&
        !/^должн|^долж/.test(token.lower),
    )
    .map((token) => rootOf(token.stem));
}

export function contentRoots(text: string): ReadonlySet<string> {
  return new Set(rootsOf(tokensOf(text)));
}
