import { type DecimalMark, numberOf, numberText } from './cells.rules.ts';
import {
  filled,
  pointsText,
  readDistribution,
  readNumber,
  readPoints,
  unknownOf,
  usualDistribution,
} from './file-values.rules.ts';
import type { RiskFile, RiskRow, Wrong } from './sheet.ts';

/** Risks as they are written on the page. */
export function riskRows(risks: readonly RiskFile[], mark: DecimalMark): readonly RiskRow[] {
  return risks.map((origin, at) => {
    const cost = pointsText(origin.cost, mark);
    return {
      key: `risk-${at}`,
      origin,
      id: origin.id,
      name: origin.name ?? origin.id,
      probability: numberText(origin.probability * 100, mark),
      ...pointsText(origin.impact, mark),
      unit: origin.unit ?? 'days',
      distribution: origin.distribution ?? usualDistribution,
      costOptimistic: cost.optimistic,
      costLikely: cost.likely,
      costPessimistic: cost.pessimistic,
      tasks: origin.tasks,
    };
  });
}

/** A share of one out of percents; what was brought and not typed over stays to the last digit. */
function probabilityOf({ probability, origin }: RiskRow, at: string, wrong: Wrong): number {
  if (origin !== null) {
    const brought = readNumber(probability, at, () => undefined, origin.probability * 100);
    if (brought === origin.probability * 100) return origin.probability;
  }
  const percent = numberOf(probability);
  if (percent === undefined || Number.isNaN(percent) || percent < 0 || percent > 100) {
    wrong(at, 'percent', probability);
    return 0;
  }
  return percent / 100;
}

const fields = ['id', 'name', 'probability', 'impact', 'unit', 'distribution', 'cost', 'tasks'];

/** The risk a row means. */
export function riskFile(row: RiskRow, at: string, wrong: Wrong): RiskFile {
  const { origin } = row;
  const cost = {
    optimistic: row.costOptimistic,
    likely: row.costLikely,
    pessimistic: row.costPessimistic,
  };
  return {
    ...unknownOf(origin, fields),
    id: row.id,
    name: row.name.trim(),
    probability: probabilityOf(row, `${at}/probability`, wrong),
    impact: readPoints(row, `${at}/impact`, wrong, origin?.impact) ?? 0,
    unit: row.unit,
    ...filled({
      distribution: readDistribution(row.distribution, origin?.distribution),
      cost: readPoints(cost, `${at}/cost`, wrong, origin?.cost),
    }),
    tasks: [...row.tasks],
  };
}
