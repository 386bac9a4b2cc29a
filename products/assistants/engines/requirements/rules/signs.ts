import { isLabel, unitAt } from '../measures.ts';
import type { QualityFinding } from '../requirement.ts';
import type { ReadSentence } from '../sentence.ts';
import { findingAt } from './finding.ts';

const comparing = new Set(
  'более менее больше меньше до от за через каждые свыше least most than within under over exceed превышать превышает равно равна'.split(
    ' ',
  ),
);
const notUnits = new Set(
  'и или в на с по при для до от без к из то and or in on at to for from if when the by of with'.split(' '),
);
const labels =
  /^(?:верси|релиз|гост|пункт|п|статус|код|форм|шаг|протокол|раздел|№|version|section|step|release)/;

function numberFindings(sentence: ReadSentence): readonly QualityFinding[] {
  const { tokens, text } = sentence;
  return tokens.flatMap((token, at) => {
    if (token.kind !== 'number' || token.quoted || isLabel(token.text)) return [];
    const before = tokens.slice(Math.max(0, at - 2), at).map((one) => one.lower);
    if (!before.some((word) => comparing.has(word)) || before.some((word) => labels.test(word))) return [];
    const next = tokens[at + 1];
    if (
      next &&
      (/^[%₽$°\-–—‑/:]$/.test(next.text) ||
        (next.kind === 'word' &&
          (!notUnits.has(next.lower) ||
            (unitAt(tokens, at + 1) !== undefined && tokens[at + 2]?.kind !== 'word'))))
    )
      return [];
    if (next && /^(?:до|и|to|and)$/.test(next.lower) && tokens[at + 2]?.kind === 'number') return [];
    return [findingAt('number-without-unit', text, token.start, token.end)];
  });
}

function unitFindings(sentence: ReadSentence): readonly QualityFinding[] {
  const found =
    /(?<![а-яёa-z])(?:(?:за|через|в течение|within|in|спустя)\s+(?:считанн\S+\s+|нескольк\S+\s+|a few\s+|пар[уы]\s+)?(?:секунды|секунд|минуты|минут|часы|часов|seconds|minutes|hours|milliseconds|миллисекунды))(?![а-яёa-z])/iu.exec(
      sentence.text,
    );
  return found
    ? [findingAt('unit-without-number', sentence.text, found.index, found.index + found[0].length)]
    : [];
}

function obliqueFindings(sentence: ReadSentence): readonly QualityFinding[] {
  return [...sentence.text.matchAll(/(?<![/\p{L}])(\p{L}+)\s?\/\s?(\p{L}+)(?![/\p{L}])/gu)].flatMap(
    (found) => {
      const [whole, left = '', right = ''] = found;
      const start = found.index;
      if (/^(?:и|and)$/i.test(left)) return [findingAt('and-or', sentence.text, start, start + whole.length)];
      const isUnit = /^(?:с|сек|мин|ч|час|сут|s|sec|min|h|day|год|мес)$/i.test(right);
      const isName = left === left.toUpperCase() && right === right.toUpperCase();
      if (
        isUnit ||
        isName ||
        /https?:|\w\.\w/.test(sentence.text.slice(Math.max(0, start - 10), start + whole.length + 5))
      )
        return [];
      return [findingAt('oblique', sentence.text, start, start + whole.length)];
    },
  );
}

function parenthesesFindings(sentence: ReadSentence): readonly QualityFinding[] {
  return [...sentence.text.matchAll(/\(([^()]{2,300})\)/g)].flatMap((found) => {
    const inner = (found[1] ?? '').trim();
    if (/^далее|^hereinafter/i.test(inner) || inner === inner.toUpperCase() || inner.length < 7) return [];
    return [findingAt('parentheses', sentence.text, found.index, found.index + found[0].length)];
  });
}

/** Findings about numbers, units, strokes and parentheses. */
export function signFindings(sentence: ReadSentence): readonly QualityFinding[] {
  return [
    ...numberFindings(sentence),
    ...unitFindings(sentence),
    ...obliqueFindings(sentence),
    ...parenthesesFindings(sentence),
  ];
}
