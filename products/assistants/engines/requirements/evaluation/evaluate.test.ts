import { describe, expect, it } from 'vitest';
import { type Evaluation, evaluate, labelledSentences, parseLabelled } from '../index.ts';

const percent = (value: number): string => `${(value * 100).toFixed(1)} %`;

function report(name: string, result: Evaluation): string {
  const types = Object.entries(result.byType).map(
    ([type, rates]) => `  ${type}: precision ${percent(rates.precision)}, recall ${percent(rates.recall)}`,
  );
  return [
    `${name}: ${result.sentences} sentences, type ${percent(result.typeAccuracy)}, characteristic ${percent(result.characteristicAccuracy)}`,
    ...types,
    `  defects: precision ${percent(result.defects.precision)}, recall ${percent(result.defects.recall)}`,
    '',
  ].join('\n');
}

describe('labelled sentences', () => {
  it('are at least 150, a third held out, none in both halves, all lines read', () => {
    const { tuned, heldOut } = labelledSentences;
    expect(tuned.length + heldOut.length).toBeGreaterThanOrEqual(200);
    expect(heldOut.length).toBeGreaterThanOrEqual((tuned.length + heldOut.length) / 3 - 1);
    const texts = [...tuned, ...heldOut].map((one) => one.text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it.each([
    ['tuned', labelledSentences.tuned, { type: 0.95, defects: { precision: 0.95, recall: 0.95 } }],
    ['held out', labelledSentences.heldOut, { type: 0.9, defects: { precision: 0.8, recall: 0.9 } }],
  ] as const)('%s', (name, sentences, floor) => {
    const result = evaluate(sentences);
    process.stdout.write(report(name, result));
    expect(result.typeAccuracy).toBeGreaterThanOrEqual(floor.type);
    expect(result.defects.precision).toBeGreaterThanOrEqual(floor.defects.precision);
    expect(result.defects.recall).toBeGreaterThanOrEqual(floor.defects.recall);
  });

  it('a wrong label is counted as a mistake', () => {
    const result = evaluate(parseLabelled('B | and-or | Система должна печатать счёт.\nчто-то иное'));
    expect(result).toMatchObject({ sentences: 1, typeAccuracy: 0, defects: { recall: 0 } });
    expect(result.mistakes).toHaveLength(2);
  });
});
