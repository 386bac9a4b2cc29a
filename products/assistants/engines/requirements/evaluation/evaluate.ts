import { analyseRequirements } from '../analyse.ts';
import type { QualityCharacteristic, RequirementType } from '../requirement.ts';
import { type RuleKey, rules } from '../rules/tables.ts';
import { heldOut, tuned } from './tables.ts';

export interface LabelledSentence {
  readonly text: string;
  readonly type: RequirementType;
  readonly characteristic?: QualityCharacteristic;
  readonly defects: readonly RuleKey[];
}

export interface Rates {
  readonly precision: number;
  readonly recall: number;
}

export interface Evaluation {
  readonly sentences: number;
  /** Share of sentences whose type is right, and of qualities whose characteristic is right. */
  readonly typeAccuracy: number;
  readonly characteristicAccuracy: number;
  readonly byType: Readonly<Record<string, Rates>>;
  readonly defects: Rates;
  /** What was taken wrongly, one line each. */
  readonly mistakes: readonly string[];
}

const types: Readonly<Record<string, RequirementType>> = {
  F: 'functional',
  N: 'non-functional',
  C: 'constraint',
  B: 'business-rule',
  X: 'not-a-requirement',
};

const isRule = (key: string): key is RuleKey => key in rules;

/** Lines of `type | defects | sentence`; a line that is not of this form is left out. */
export function parseLabelled(lines: string): readonly LabelledSentence[] {
  return lines.split('\n').flatMap((line) => {
    const [label = '', defects = '', ...text] = line.split('|');
    const [letter = '', characteristic] = label.trim().split(':');
    const type = types[letter];
    if (!type || text.length === 0) return [];
    return [
      {
        text: text.join('|').trim(),
        type,
        defects: defects
          .split(',')
          .map((key) => key.trim())
          .filter(isRule),
        ...(characteristic && { characteristic: characteristic as QualityCharacteristic }),
      },
    ];
  });
}

/** The two halves that come with the engine: the one it was tuned on and the one it was not. */
export const labelledSentences = { tuned: parseLabelled(tuned), heldOut: parseLabelled(heldOut) } as const;

const rate = (hits: number, all: number): number => (all === 0 ? 1 : hits / all);

/** Compares the engine's answers with labels: types, characteristics and kinds of defects per sentence. */
export function evaluate(labelled: readonly LabelledSentence[]): Evaluation {
  const mistakes: string[] = [];
  const counts = new Map<string, { right: number; said: number; labelled: number }>();
  const count = (key: string, field: 'right' | 'said' | 'labelled'): void => {
    const one = counts.get(key) ?? { right: 0, said: 0, labelled: 0 };
    one[field] += 1;
    counts.set(key, one);
  };
  let qualities = 0;
  let qualitiesRight = 0;
  for (const expected of labelled) {
    const [found] = analyseRequirements(expected.text, { keepTogether: true }).requirements;
    const type = found?.type ?? 'not-a-requirement';
    count(`type ${type}`, 'said');
    count(`type ${expected.type}`, 'labelled');
    if (type === expected.type) count(`type ${type}`, 'right');
    else mistakes.push(`${expected.type} → ${type}: ${expected.text}`);
    if (expected.characteristic && type === 'non-functional') {
      qualities += 1;
      if (found?.characteristic === expected.characteristic) qualitiesRight += 1;
      else mistakes.push(`${expected.characteristic} → ${found?.characteristic}: ${expected.text}`);
    }
    const said = new Set(found?.findings.map((finding) => finding.key));
    for (const key of expected.defects) {
      count('defects', 'labelled');
      if (said.has(key)) count('defects', 'right');
      else mistakes.push(`missed ${key}: ${expected.text}`);
    }
    for (const key of said) {
      count('defects', 'said');
      if (!expected.defects.includes(key)) mistakes.push(`extra ${key}: ${expected.text}`);
    }
  }
  const rates = (key: string): Rates => {
    const one = counts.get(key) ?? { right: 0, said: 0, labelled: 0 };
    return { precision: rate(one.right, one.said), recall: rate(one.right, one.labelled) };
  };
  const right = Object.values(types).reduce((sum, type) => sum + (counts.get(`type ${type}`)?.right ?? 0), 0);
  return {
    sentences: labelled.length,
    typeAccuracy: rate(right, labelled.length),
    characteristicAccuracy: rate(qualitiesRight, qualities),
    byType: Object.fromEntries(Object.values(types).map((type) => [type, rates(`type ${type}`)])),
    defects: rates('defects'),
    mistakes,
  };
}
