import { type DecimalMark, numberOf, numberText } from './cells.rules.ts';
import type { PointCells, Wrong } from './sheet.ts';

type Points = number | { readonly optimistic: number; readonly likely: number; readonly pessimistic: number };

const marks: readonly DecimalMark[] = [',', '.'];

/** Reads a cell; a number that was brought and not typed over keeps all its digits. */
export function readNumber(text: string, at: string, wrong: Wrong, brought?: number): number | undefined {
  if (brought !== undefined && marks.some((mark) => text === numberText(brought, mark))) return brought;
  const value = numberOf(text);
  if (!Number.isNaN(value)) return value;
  wrong(at, 'number', text);
  return undefined;
}

/** A certain value stands in the middle alone. */
export function pointsText(points: Points | undefined, mark: DecimalMark): PointCells {
  if (points === undefined || typeof points === 'number') {
    return { optimistic: '', likely: numberText(points, mark), pessimistic: '' };
  }
  const { optimistic, likely, pessimistic } = points;
  return {
    optimistic: numberText(optimistic, mark),
    likely: numberText(likely, mark),
    pessimistic: numberText(pessimistic, mark),
  };
}

/** Nothing where all three cells are empty; a point that is left out is the likely one. */
export function readPoints(
  cells: PointCells,
  at: string,
  wrong: Wrong,
  brought: Points | undefined,
): number | { optimistic: number; likely: number; pessimistic: number } | undefined {
  const was = (point: keyof PointCells): number | undefined =>
    typeof brought === 'number' ? (point === 'likely' ? brought : undefined) : brought?.[point];
  const read = (point: keyof PointCells): number | undefined =>
    readNumber(cells[point], `${at}/${point}`, wrong, was(point));
  const [optimistic, likely, pessimistic] = [read('optimistic'), read('likely'), read('pessimistic')];
  const middle = likely ?? optimistic ?? pessimistic;
  if (middle === undefined) return undefined;
  const points = { optimistic: optimistic ?? middle, likely: middle, pessimistic: pessimistic ?? middle };
  return points.optimistic === middle && middle === points.pessimistic ? middle : points;
}

/** Only what has a value. */
export function filled<Value extends object>(
  value: Value,
): { [Key in keyof Value]?: Exclude<Value[Key], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as {
    [Key in keyof Value]?: Exclude<Value[Key], undefined>;
  };
}

export const orNothing = (text: string): string | undefined => (text.trim() === '' ? undefined : text.trim());

/** Fields of a file that nobody here knows. */
export function unknownOf(
  origin: object | null,
  known: readonly string[],
): Readonly<Record<string, unknown>> {
  if (origin === null) return {};
  return Object.fromEntries(Object.entries(origin).filter(([name]) => !known.includes(name)));
}

export const distributions = ['beta_pert', 'triangular', 'lognormal'] as const;
export type Distribution = (typeof distributions)[number];

/** What estimates are drawn by when nothing is said. */
export const usualDistribution: Distribution = 'beta_pert';

/** The usual one is left out unless it was said. */
export function readDistribution(text: string, brought: Distribution | undefined): Distribution | undefined {
  const found = distributions.find((each) => each === text);
  return found === usualDistribution && brought === undefined ? undefined : found;
}
