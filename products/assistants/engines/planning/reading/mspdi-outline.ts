import { child, childrenOf, type Element, textOf } from './xml.ts';

/** The tasks that do work, with the summary above each. */
export interface Outline {
  readonly leaves: readonly { readonly element: Element; readonly group: string }[];
  /** Ids of the tasks under each summary. */
  readonly under: ReadonlyMap<string, readonly string[]>;
  /** Elements of the summaries, whose own links bind what is under them. */
  readonly summaries: readonly Element[];
}

const mostLevels = 30;

export function readOutline(project: Element): Outline {
  const under = new Map<string, string[]>();
  const leaves: { element: Element; group: string }[] = [];
  const summaries: Element[] = [];
  let above: { level: number; id: string; name: string }[] = [];
  for (const element of childrenOf(child(project, 'Tasks'), 'Task')) {
    const id = textOf(element, 'UID');
    if (textOf(element, 'IsNull') === '1' || id === '0') continue;
    const level = Number(textOf(element, 'OutlineLevel') || 1);
    above = above.filter((summary) => summary.level < level).slice(-mostLevels);
    if (textOf(element, 'Summary') === '1') {
      above.push({ level, id, name: textOf(element, 'Name') });
      under.set(id, []);
      summaries.push(element);
      continue;
    }
    leaves.push({ element, group: above.at(-1)?.name ?? '' });
    for (const summary of above) under.get(summary.id)?.push(id);
  }
  return { leaves, under, summaries };
}
