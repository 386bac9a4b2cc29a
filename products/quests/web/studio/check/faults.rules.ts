import type { EditorTab } from '../editor/use-place.ts';

/** What the server looks at before a quest can be submitted, in the order it is shown. */
export const demands = [
  'summary_missing',
  'description_short',
  'cover_missing',
  'too_few_points',
  'point_far',
  'task_contradicts_itself',
] as const;

export type Demand = (typeof demands)[number];

const tabOf: Readonly<Record<Demand, EditorTab>> = {
  summary_missing: 'description',
  description_short: 'description',
  cover_missing: 'description',
  too_few_points: 'route',
  point_far: 'route',
  task_contradicts_itself: 'route',
};

interface Fault {
  readonly code: string;
  readonly point_id: string | null;
}

export interface DemandState {
  readonly demand: Demand;
  readonly tab: EditorTab;
  readonly isMet: boolean;
  /** The points it is about. */
  readonly pointIds: readonly string[];
}

/** Every demand with whether it is met, and where it is not. */
export function demandStates(faults: readonly Fault[]): readonly DemandState[] {
  return demands.map((demand) => {
    const found = faults.filter(({ code }) => code === demand);
    const pointIds = found.flatMap(({ point_id }) => (point_id === null ? [] : [point_id]));
    return { demand, tab: tabOf[demand], isMet: found.length === 0, pointIds };
  });
}

/** Faults this page has no words for. */
export const unknownFaults = (faults: readonly Fault[]): readonly Fault[] =>
  faults.filter(({ code }) => !demands.some((demand) => demand === code));
