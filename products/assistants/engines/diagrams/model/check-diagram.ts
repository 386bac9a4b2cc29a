import { type Outcome, refused } from '../outcome.ts';
import type { Diagram } from './diagram.ts';
import { outlineOf } from './outline.ts';
import { checkReferenceKinds } from './reference-kinds.ts';
import { scheduleOf } from './schedule.ts';
import { blockDepthLimit, unbalancedStep } from './sequence-blocks.ts';

/** What one diagram may hold at most; beyond it nobody can read it, and renderers give up. */
export const diagramLimits = { nodes: 1000, edges: 5000, details: 20_000, depth: 10 } as const;

type Refused = Extract<Outcome<never>, { readonly ok: false }>;
const no = (...words: Parameters<typeof refused>): Refused => refused(...words) as Refused;

function sizeFault(nodes: number, edges: number, details: number): Refused | undefined {
  const limits = diagramLimits;
  if (nodes > limits.nodes || details > limits.details)
    return no(
      'diagrams.too_many_nodes',
      `Слишком много элементов: ${nodes} (строк в них ${details}), а допустимо ${limits.nodes} (${limits.details}). Разделите диаграмму.`,
      `Too many elements: ${nodes} (with ${details} lines), at most ${limits.nodes} (${limits.details}). Split the diagram.`,
    );
  if (edges > limits.edges)
    return no(
      'diagrams.too_many_edges',
      `Слишком много связей: ${edges}, а допустимо ${limits.edges}. Разделите диаграмму.`,
      `Too many connections: ${edges}, at most ${limits.edges}. Split the diagram.`,
    );
  return undefined;
}

function nestingFault(parents: readonly (readonly [string, string])[]): Refused | undefined {
  const parentOf = new Map(parents);
  for (const [child] of parents) {
    let at: string | undefined = child;
    for (let depth = 0; at !== undefined; depth++, at = parentOf.get(at)) {
      if (depth > diagramLimits.depth)
        return no(
          'diagrams.circular_nesting',
          'Рамки вложены по кругу или слишком глубоко.',
          'Frames are nested in a circle or too deep.',
          child,
        );
    }
  }
  return undefined;
}

function isDay(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}

function kindFault(diagram: Diagram): Refused | undefined {
  if (diagram.kind === 'gantt') {
    const days = [
      diagram.start,
      ...diagram.sections.flatMap((section) => section.tasks.flatMap((task) => task.start ?? [])),
    ];
    const wrong = days.find((day) => !isDay(day));
    if (wrong !== undefined)
      return no('diagrams.invalid_date', `Нет такого дня: ${wrong}.`, `No such day: ${wrong}.`, wrong);
    if (scheduleOf(diagram) === undefined)
      return no(
        'diagrams.circular_nesting',
        'Задачи ждут друг друга по кругу.',
        'Tasks wait for one another in a circle.',
      );
  }
  if (diagram.kind === 'sequence') {
    const step = unbalancedStep(diagram.steps);
    if (step !== undefined)
      return no(
        'diagrams.unbalanced_block',
        `Шаг ${step + 1}: блок не открыт, не закрыт или вложен глубже ${blockDepthLimit}.`,
        `Step ${step + 1}: a block is not opened, not closed or nested deeper than ${blockDepthLimit}.`,
        `/steps/${step}`,
      );
  }
  return undefined;
}

/** The refusal a model deserves, or undefined: sizes, unique ids, references that exist, sane nesting and days. */
export function checkDiagram(diagram: Diagram): Refused | undefined {
  const outline = outlineOf(diagram);
  const size = sizeFault(outline.ids.length, outline.edges, outline.details);
  if (size !== undefined) return size;
  const known = new Set<string>();
  for (const id of outline.ids) {
    if (known.has(id))
      return no('diagrams.duplicate_id', `Повторяется идентификатор «${id}».`, `Duplicate id "${id}".`, id);
    known.add(id);
  }
  const missing = outline.references.find((id) => !known.has(id)) ?? checkReferenceKinds(diagram);
  if (missing !== undefined)
    return no(
      'diagrams.unknown_reference',
      `Ссылка на неизвестный или неподходящий элемент «${missing}».`,
      `A reference to an unknown or unfit element "${missing}".`,
      missing,
    );
  return nestingFault(outline.parents) ?? kindFault(diagram);
}
