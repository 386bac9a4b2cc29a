import { shareBy, taskCosts } from '../cost/s-curve.ts';
import { done, failed, fault, type Result } from '../fault.ts';
import { parseMoment } from '../moment.rules.ts';
import type { LocalMoment, Plan } from '../plan.ts';
import type { ScheduleOptions } from '../schedule/schedule.ts';
import { timetableOf } from '../schedule/timetable.ts';
import { round } from '../simulation/statistics.rules.ts';

/** Indices are null where they would divide by nothing. Money in the currency of the plan. */
export interface EarnedValue {
  readonly statusDate: LocalMoment;
  /** Budget at completion. */
  readonly bac: number;
  /** Planned value: what should have been done by the date. */
  readonly pv: number;
  /** Earned value: what has been done, at planned cost. */
  readonly ev: number;
  /** Actual cost. */
  readonly ac: number;
  readonly scheduleVariance: number;
  readonly costVariance: number;
  readonly spi: number | null;
  readonly cpi: number | null;
  /** Estimate at completion: BAC / CPI. */
  readonly eac: number | null;
  readonly etc: number | null;
  readonly vac: number | null;
  /** CPI needed from now on to end within the budget. */
  readonly tcpi: number | null;
  readonly tasks: readonly {
    readonly id: string;
    readonly bac: number;
    readonly pv: number;
    readonly ev: number;
    readonly ac: number;
  }[];
}

function ratio(value: number, by: number): number | null {
  return Math.abs(by) < 1e-9 ? null : round(value / by);
}

/** Compares what was planned, done and spent by the end of a day or by a moment. */
export function earnedValue(
  plan: Plan,
  statusDate: LocalMoment,
  options: ScheduleOptions = {},
): Result<EarnedValue> {
  const moment = parseMoment(statusDate, 'end');
  if (moment === undefined) {
    return failed(fault('bad_date', '/statusDate', 'Неверная дата статуса.', 'The status date is no date.'));
  }
  const made = timetableOf(plan, options);
  if (!made.ok) return made;
  const costs = taskCosts(made.value);
  const tasks = made.value.network.inPlanOrder.map((task) => {
    const declared = made.value.network.tasks[task];
    const bac = costs[task] as number;
    return {
      id: declared?.id ?? '',
      bac,
      pv: bac * shareBy(made.value, task, moment),
      ev: (bac * (declared?.progress?.percentComplete ?? 0)) / 100,
      ac: declared?.progress?.actualCost ?? 0,
    };
  });
  const sum = (of: 'bac' | 'pv' | 'ev' | 'ac'): number => tasks.reduce((all, task) => all + task[of], 0);
  const [bac, pv, ev, ac] = [sum('bac'), sum('pv'), sum('ev'), sum('ac')];
  const eac = ev > 0 && ac > 0 ? (bac * ac) / ev : null;
  const money = (value: number): number => round(value, 2);
  const value: EarnedValue = {
    statusDate,
    bac: money(bac),
    pv: money(pv),
    ev: money(ev),
    ac: money(ac),
    scheduleVariance: money(ev - pv),
    costVariance: money(ev - ac),
    spi: ratio(ev, pv),
    cpi: ratio(ev, ac),
    eac: eac === null ? null : money(eac),
    etc: eac === null ? null : money(eac - ac),
    vac: eac === null ? null : money(bac - eac),
    tcpi: ratio(bac - ev, bac - ac),
    tasks: tasks.map(({ id, ...values }) => ({
      id,
      bac: money(values.bac),
      pv: money(values.pv),
      ev: money(values.ev),
      ac: money(values.ac),
    })),
  };
  return done(value, made.warnings);
}
