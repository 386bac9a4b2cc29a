import type { PlanFile } from '#products/assistants/engines/planning';
import { documentOf, sheetOf } from '../sheet/document.rules.ts';

export interface ChangedPart {
  readonly id: string;
  readonly name: string;
  readonly how: 'added' | 'removed' | 'changed';
}

/** What differs between two plans besides their tasks. */
export interface ChangedParts {
  readonly calendars: readonly ChangedPart[];
  readonly resources: readonly ChangedPart[];
  readonly risks: readonly ChangedPart[];
  /** The plan as a whole works by another calendar: its name, empty for the usual week. */
  readonly planCalendar: string | null;
}

interface Part {
  readonly id: string;
  readonly name?: string;
}

function changesOf(before: readonly Part[] = [], after: readonly Part[] = []): readonly ChangedPart[] {
  const were = new Map(before.map((part) => [part.id, part]));
  const are = new Set(after.map(({ id }) => id));
  const named = (part: Part, how: ChangedPart['how']): ChangedPart => ({
    id: part.id,
    name: part.name || part.id,
    how,
  });
  return [
    ...after.flatMap((part) => {
      const was = were.get(part.id);
      if (was === undefined) return [named(part, 'added')];
      return JSON.stringify(was) === JSON.stringify(part) ? [] : [named(part, 'changed')];
    }),
    ...before.filter(({ id }) => !are.has(id)).map((part) => named(part, 'removed')),
  ];
}

/** Both in the one form this page writes, so that only a change of meaning is one. */
const plain = (plan: PlanFile): PlanFile => documentOf(sheetOf(plan, '.')).plan;

export function changedParts(before: PlanFile, after: PlanFile): ChangedParts {
  const [was, is] = [plain(before), plain(after)];
  const called = is.calendars?.find(({ id }) => id === is.calendar);
  return {
    calendars: changesOf(was.calendars, is.calendars),
    resources: changesOf(was.resources, is.resources),
    risks: changesOf(was.risks, is.risks),
    planCalendar: was.calendar === is.calendar ? null : (called?.name ?? is.calendar ?? ''),
  };
}
