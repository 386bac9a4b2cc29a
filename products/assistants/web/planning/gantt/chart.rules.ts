import type { GanttRow, ScheduledTask } from '../../../contract/index.ts';
import { minutesOf } from '../use-formats.ts';

export const dayMinutes = 1_440;
export const rowHeight = 36;
export const barHeight = 18;

/** Pixels a day, from years on a screen to hours that can be told apart. */
export const zooms = [0.5, 1, 2, 4, 8, 14, 26, 44, 72] as const;

export interface TaskLine {
  readonly kind: 'task';
  readonly key: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
  /** To where the task may slip without moving the end of the project. */
  readonly slackTo: number;
  readonly row: GanttRow;
  readonly task: ScheduledTask | undefined;
}

export interface PhaseLine {
  readonly kind: 'phase';
  readonly key: string;
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

export type ChartLine = TaskLine | PhaseLine;

/** The lines of a chart: tasks in the order of the plan, each run of a phase below its name. */
export function linesOf(rows: readonly GanttRow[], tasks: readonly ScheduledTask[]): readonly ChartLine[] {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const lines: ChartLine[] = [];
  let phase: string | null = null;
  for (const [index, row] of rows.entries()) {
    const [from, to] = [minutesOf(row.start), minutesOf(row.finish)];
    if (row.group !== null && row.group !== phase) {
      const end = rows.findIndex((each, at) => at > index && each.group !== row.group);
      const inside = rows.slice(index, end === -1 ? undefined : end);
      lines.push({
        kind: 'phase',
        key: `phase-${index}`,
        name: row.group,
        from: Math.min(...inside.map(({ start }) => minutesOf(start))),
        to: Math.max(...inside.map(({ finish }) => minutesOf(finish))),
      });
    }
    phase = row.group;
    const task = byId.get(row.id);
    const late = task === undefined || row.critical ? to : minutesOf(task.late_finish);
    lines.push({
      kind: 'task',
      key: `task-${row.id}`,
      name: row.name,
      from,
      to,
      slackTo: Math.max(to, late),
      row,
      task,
    });
  }
  return lines;
}

export interface TimeScale {
  /** Midnight of the first day, in minutes. */
  readonly from: number;
  readonly to: number;
  readonly dayWidth: number;
  readonly width: number;
}

/** A deadline on a day without a time is its end. */
export const deadlineMinutes = (moment: string): number =>
  minutesOf(moment) + (moment.length > 10 ? 0 : dayMinutes);

const midnight = (minutes: number): number => Math.floor(minutes / dayMinutes) * dayMinutes;
const most = 24_000;

/** Today is shown also when it is a little before or after the plan. */
const near = 10 * dayMinutes;

/** Room for every line with some air, and for today if it is near; wide enough at least for `room` pixels. */
export function scaleOf(
  lines: readonly ChartLine[],
  dayWidth: number,
  room = 0,
  today = Number.NaN,
): TimeScale {
  const ends = lines.flatMap((line) => {
    const deadline =
      line.kind === 'task' && line.row.deadline !== null ? [deadlineMinutes(line.row.deadline)] : [];
    return line.kind === 'task' ? [line.slackTo, ...deadline] : [line.to];
  });
  const begun = Math.min(...lines.map(({ from }) => from));
  const first = today < begun && today > begun - near ? today : begun;
  const from = midnight(Number.isFinite(first) ? first : 0) - dayMinutes;
  const end = Math.max(from + dayMinutes, ...ends);
  const last = today > end && today < end + near ? today : end;
  const days = Math.ceil((last - from) / dayMinutes) + 3;
  const fit = Math.min(dayWidth, most / days);
  const shown = Math.max(days, Math.ceil(room / fit));
  return { from, to: from + shown * dayMinutes, dayWidth: fit, width: Math.ceil(shown * fit) };
}

/** The zoom at which everything is seen at once. */
export function fittingZoom(lines: readonly ChartLine[], room: number): number {
  const fits = zooms.filter((zoom) => scaleOf(lines, zoom).width <= room);
  return fits.at(-1) ?? zooms[0];
}

export const xOf = (scale: TimeScale, minutes: number): number =>
  ((minutes - scale.from) / dayMinutes) * scale.dayWidth;

export type TickUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Tick {
  readonly from: number;
  readonly to: number;
}

/** What the two lines of the head count. */
export function unitsOf(dayWidth: number): { readonly major: TickUnit; readonly minor: TickUnit } {
  if (dayWidth >= 24) return { major: 'month', minor: 'day' };
  if (dayWidth >= 6) return { major: 'month', minor: 'week' };
  if (dayWidth >= 1.4) return { major: 'year', minor: 'month' };
  return { major: 'year', minor: 'quarter' };
}

function startOf(unit: TickUnit, minutes: number): number {
  const day = midnight(minutes);
  const date = new Date(day * 60_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (unit) {
    case 'day':
      return day;
    case 'week':
      return day - ((date.getUTCDay() + 6) % 7) * dayMinutes;
    case 'month':
      return Date.UTC(year, month, 1) / 60_000;
    case 'quarter':
      return Date.UTC(year, month - (month % 3), 1) / 60_000;
    case 'year':
      return Date.UTC(year, 0, 1) / 60_000;
  }
}

const longest: Readonly<Record<TickUnit, number>> = { day: 1, week: 7, month: 31, quarter: 92, year: 366 };

/** The spans of a unit that touch the scale, cut at its ends. */
export function ticksOf(scale: TimeScale, unit: TickUnit): readonly Tick[] {
  const ticks: Tick[] = [];
  let at = startOf(unit, scale.from);
  while (at < scale.to) {
    const next = startOf(unit, at + longest[unit] * dayMinutes);
    const after = next > at ? next : at + longest[unit] * dayMinutes;
    ticks.push({ from: Math.max(at, scale.from), to: Math.min(after, scale.to) });
    at = after;
  }
  return ticks;
}

/** Saturdays and Sundays of the scale, where days are wide enough to be seen. */
export function weekendsOf(scale: TimeScale): readonly Tick[] {
  if (scale.dayWidth < 4) return [];
  return ticksOf(scale, 'week').flatMap(({ from }) => {
    const monday = startOf('week', from);
    const [start, end] = [
      Math.max(monday + 5 * dayMinutes, scale.from),
      Math.min(monday + 7 * dayMinutes, scale.to),
    ];
    return end > start ? [{ from: start, to: end }] : [];
  });
}

export interface LinkPath {
  readonly key: string;
  readonly path: string;
  readonly critical: boolean;
}

/** Links as paths of straight pieces, from the end of a bar that decides to the end of the bar it decides. */
export function linkPaths(lines: readonly ChartLine[], scale: TimeScale): readonly LinkPath[] {
  const places = new Map(
    lines.flatMap((line, place) => (line.kind === 'task' ? [[line.row.id, { line, place }] as const] : [])),
  );
  return [...places.values()].flatMap(({ line, place }) =>
    line.row.links.flatMap(({ from, type }, index) => {
      const source = places.get(from);
      if (source === undefined) return [];
      const leaves = type === 'FS' || type === 'FF' ? source.line.to : source.line.from;
      const enters = type === 'FS' || type === 'SS' ? line.from : line.to;
      const [x1, x2] = [xOf(scale, leaves), xOf(scale, enters)];
      const [y1, y2] = [(source.place + 0.5) * rowHeight, (place + 0.5) * rowHeight];
      const out = type === 'FS' || type === 'FF' ? 8 : -8;
      const into = type === 'FS' || type === 'SS' ? -8 : 8;
      const [bend, turn] = [x1 + out, x2 + into];
      const outer = into < 0 ? Math.min(bend, turn) : Math.max(bend, turn);
      const between = y2 > y1 ? y2 - rowHeight / 2 : y2 + rowHeight / 2;
      // Down (or up) into the bar where there is room: it reads easier than a hook.
      const top = y2 > y1 ? y2 - barHeight / 2 : y2 + barHeight / 2;
      const door = x2 + (line.row.milestone ? 0 : 5);
      const path =
        type === 'FS' && x1 <= x2
          ? `M${x1} ${y1}H${door}V${top}`
          : out * into < 0
            ? `M${x1} ${y1}H${bend}V${between}H${turn}V${y2}H${x2}`
            : `M${x1} ${y1}H${outer}V${y2}H${x2}`;
      const critical = source.line.row.critical && line.row.critical;
      return [{ key: `${from}-${line.row.id}-${index}`, path, critical }];
    }),
  );
}
