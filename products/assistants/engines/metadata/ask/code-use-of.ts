import type { CodeUse } from '../graph/code-use.ts';
import { scanNames, zonesOf } from './scan-names.ts';

const call = /(?<![\p{L}\p{N}_.&])([\p{L}_][\p{L}\p{N}_]{0,250})\.([\p{L}_][\p{L}\p{N}_]{0,250})\(/gu;

/**
 * Names of metadata in a module by the look of its text: managers in code, single kinds in strings (so in
 * queries), and `Имя.Метод(` as a possible common module. A syntax tree knows better; this needs none.
 */
export function codeUseOf(path: string, text: string): CodeUse {
  const names = new Map<string, readonly string[]>();
  const add = (segments: readonly string[]) => names.set(segments.join('.').toLowerCase(), segments);
  for (const mention of scanNames(text, 'bsl')) {
    const segments = mention.call ? mention.segments.slice(0, -1) : mention.segments;
    if (segments.length > 1) add(segments);
  }
  const zones = zonesOf(text);
  for (const match of text.matchAll(call))
    if (zones[match.index] === 0) add([match[1] ?? '', match[2] ?? '']);
  return { from: path, names: [...names.values()] };
}
