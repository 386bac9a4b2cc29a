import { type Fault, fault } from '../fault.ts';
import { parseMoment } from '../moment.rules.ts';
import type { LocalMoment, ThreePoints, WorkUnit } from '../plan.ts';
import { limits } from './limits.ts';

export function checkNumber(value: number, least: number, most: number, at: string): readonly Fault[] {
  return value >= least && value <= most
    ? []
    : [
        fault(
          'bad_number',
          at,
          `Нужно число от ${least} до ${most}.`,
          `A number from ${least} to ${most} is needed.`,
        ),
      ];
}

export function checkMoment(value: LocalMoment | undefined, at: string): readonly Fault[] {
  return value === undefined || parseMoment(value) !== undefined
    ? []
    : [
        fault(
          'bad_date',
          at,
          `«${value.slice(0, 40)}» — не дата вида 2026-03-02 или 2026-03-02T09:00.`,
          `"${value.slice(0, 40)}" is no date like 2026-03-02 or 2026-03-02T09:00.`,
        ),
      ];
}

/** The order of the three points and, unless less than nothing is allowed, their sign. */
export function checkPoints(
  { optimistic, likely, pessimistic }: ThreePoints,
  at: string,
  most: number,
  least = 0,
): readonly Fault[] {
  const points = [optimistic, likely, pessimistic];
  if (points.some((point) => !Number.isFinite(point) || Math.abs(point) > most)) {
    return [
      fault(
        'bad_number',
        at,
        `Оценка должна быть числом не больше ${most}.`,
        `An estimate must be a number up to ${most}.`,
      ),
    ];
  }
  const found: Fault[] = [];
  if (points.some((point) => point < least)) {
    found.push(
      fault(
        'negative_duration',
        at,
        'Длительность не бывает отрицательной.',
        'A duration cannot be negative.',
      ),
    );
  }
  if (optimistic > likely || likely > pessimistic) {
    found.push(
      fault(
        'points_out_of_order',
        at,
        `Нужно: оптимистичная ≤ вероятная ≤ пессимистичная, а дано ${points.join(', ')}.`,
        `Needed: optimistic ≤ likely ≤ pessimistic, but given ${points.join(', ')}.`,
      ),
    );
  }
  return found;
}

export function mostOf(unit: WorkUnit, hoursPerDay: number): number {
  return unit === 'hours' ? limits.hours : limits.hours / Math.max(1, hoursPerDay);
}
