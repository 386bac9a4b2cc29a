import { usualDistribution } from './file-values.rules.ts';
import type { RiskCells, RiskRow, Sheet } from './sheet.ts';

/** A new risk at the end: one in four, a day, of no task yet. */
export function addRisk(sheet: Sheet, name: string): Sheet {
  const taken = new Set(sheet.risks.map(({ id }) => id));
  let number = sheet.risks.length + 1;
  while (taken.has(`r${number}`)) number += 1;
  const keys = sheet.risks.map(({ key }) => Number(key.slice('risk-'.length)) || 0);
  const row: RiskRow = {
    key: `risk-${1 + Math.max(-1, ...keys)}`,
    id: `r${number}`,
    origin: null,
    name,
    probability: '25',
    optimistic: '',
    likely: '1',
    pessimistic: '',
    unit: 'days',
    distribution: usualDistribution,
    costOptimistic: '',
    costLikely: '',
    costPessimistic: '',
    tasks: [],
  };
  return { ...sheet, risks: [...sheet.risks, row] };
}

export function setRisk(sheet: Sheet, key: string, cells: Partial<RiskCells>): Sheet {
  return { ...sheet, risks: sheet.risks.map((row) => (row.key === key ? { ...row, ...cells } : row)) };
}

export function removeRisk(sheet: Sheet, key: string): Sheet {
  return { ...sheet, risks: sheet.risks.filter((row) => row.key !== key) };
}
