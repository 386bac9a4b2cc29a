import type { Flag } from '../index.ts';
import { findLinks } from './links.rules.ts';
import { findPhones } from './phones.rules.ts';
import { findProfanity } from './profanity.rules.ts';
import { findShouting } from './shouting.rules.ts';

/** More is never judged in detail: time grows with the text. */
const longest = 50_000;

/** Everything the pure filters say about a text. Places are UTF-16 units of the text given. */
export function textFlags(text: string, trustedHosts: readonly string[]): readonly Flag[] {
  const judged = text.slice(0, longest);
  return [
    ...findProfanity(judged),
    ...findLinks(judged, trustedHosts),
    ...findPhones(judged),
    ...findShouting(judged),
  ].slice(0, 100);
}
