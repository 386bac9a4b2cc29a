import { type Fault, warning } from '../fault.ts';
import type { Link } from '../plan.ts';
import { limits } from '../validation/limits.ts';
import { elapsedFormats, lagsPerHour, linkTypes, percentFormats } from './mspdi.rules.ts';
import type { Outline } from './mspdi-outline.ts';
import { childrenOf, type Element, textOf } from './xml.ts';

function linkOf(element: Element, at: string, warnings: Fault[]): Link {
  const format = Number(textOf(element, 'LagFormat') || 7);
  const percent = percentFormats.has(format);
  const lag = Number(textOf(element, 'LinkLag') || 0) / lagsPerHour;
  if (percent && lag !== 0) {
    warnings.push(
      warning('percent_lag', at, 'Лаг в процентах не перенесён.', 'A lag in percent was left out.'),
    );
  }
  const link: Link = {
    from: textOf(element, 'PredecessorUID'),
    type: linkTypes[Number(textOf(element, 'Type') || 1)] ?? 'FS',
    lag: percent ? 0 : lag,
    lagUnit: 'hours',
  };
  return elapsedFormats.has(format) ? { ...link, elapsed: true } : link;
}

/** Links by the task they bind. A link of or to a summary becomes links of the tasks under it. */
export function readLinks(outline: Outline, warnings: Fault[]): ReadonlyMap<string, readonly Link[]> {
  const links = new Map<string, Link[]>();
  let count = 0;
  const all = [...outline.leaves.map(({ element }) => element), ...outline.summaries];
  for (const element of all) {
    const id = textOf(element, 'UID');
    for (const declared of childrenOf(element, 'PredecessorLink')) {
      const link = linkOf(declared, `task ${id}`, warnings);
      const sources = outline.under.get(link.from);
      if (sources !== undefined && (link.type === 'SS' || link.type === 'SF')) {
        warnings.push(
          warning(
            'summary_link',
            `task ${id}`,
            'Связь от начала суммарной задачи заменена связями от начала всех её задач.',
            'A link from the start of a summary became links from the start of every task under it.',
          ),
        );
      }
      for (const to of outline.under.get(id) ?? [id]) {
        for (const from of sources ?? [link.from]) {
          count += 1;
          // One more than a plan may hold is enough for its refusal.
          if (count > limits.links + 1) return links;
          const own = links.get(to) ?? [];
          links.set(to, own);
          own.push({ ...link, from });
        }
      }
    }
  }
  return links;
}
