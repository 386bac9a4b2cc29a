import type { Classification } from '../classify.ts';
import type { QualityCharacteristic, QualityFinding } from '../requirement.ts';
import type { ReadSentence } from '../sentence.ts';
import { findingAt } from './finding.ts';
import { signFindings } from './signs.ts';
import { structureFindings } from './structure.ts';
import { rules } from './tables.ts';
import { wordingFindings } from './wording.ts';

const measured = new Set<QualityCharacteristic | undefined>([
  'performance-efficiency',
  'reliability',
  'interaction-capability',
  'flexibility',
  'maintainability',
]);

function unverifiable(
  sentence: ReadSentence,
  about: Classification,
  found: readonly QualityFinding[],
): readonly QualityFinding[] {
  if (about.type !== 'non-functional' || !measured.has(about.characteristic)) return [];
  if (
    sentence.measures.some((measure) => measure.dimension !== 'none') ||
    /\d\s*[:/]\s*\d/.test(sentence.text)
  )
    return [];
  const vague = found.some((one) =>
    ['vague-term', 'absolute', 'vague-time', 'unit-without-number'].includes(one.key),
  );
  if (!vague && about.characteristic !== 'performance-efficiency') return [];
  return [findingAt('unverifiable', sentence.text, 0, sentence.text.length)];
}

/** Every breach of the rules in one sentence, in the order of the text. */
export function checkSentence(sentence: ReadSentence, about: Classification): readonly QualityFinding[] {
  if (about.type === 'not-a-requirement') return [];
  const declared = about.obligation === 'declared' && about.type !== 'business-rule';
  const ruled = about.type === 'business-rule' && about.obligation !== 'mandatory';
  const found = [
    ...wordingFindings(sentence),
    ...structureFindings(sentence, declared, ruled),
    ...signFindings(sentence),
  ];
  return [...found, ...unverifiable(sentence, about, found)].sort(
    (a, b) => a.start - b.start || a.end - b.end || a.key.localeCompare(b.key),
  );
}

/** 100 less the weight of each kind of finding; a repeated kind takes half of its weight once more. */
export function scoreOf(findings: readonly QualityFinding[]): number {
  const counts = new Map<QualityFinding['key'], number>();
  for (const finding of findings) counts.set(finding.key, (counts.get(finding.key) ?? 0) + 1);
  let score = 100;
  for (const [key, count] of counts) score -= rules[key].weight * (count > 1 ? 1.5 : 1);
  return Math.max(0, Math.round(score));
}
