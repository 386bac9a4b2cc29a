import type { ProjectImpact } from '../../../contract/index.ts';

export type Impacted = ProjectImpact['impacted'][number];
export type Reason = Impacted['reasons'][number];

/** Reasons of one kind for one neighbour, told once. */
export interface ReasonGroup {
  readonly kind: string;
  readonly to: string;
  readonly vias: readonly string[];
  /** Only possible ones. */
  readonly possible: boolean;
}

export function groupReasons(reasons: readonly Reason[]): readonly ReasonGroup[] {
  const groups = new Map<string, { kind: string; to: string; vias: string[]; possible: boolean }>();
  for (const { kind, to, via, certainty } of reasons) {
    const key = `${kind}\n${to}`;
    const group = groups.get(key) ?? { kind, to, vias: [], possible: true };
    if (via !== '' && !group.vias.includes(via)) group.vias.push(via);
    if (certainty === 'sure') group.possible = false;
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Objects by their distance, nearest first. */
export function byDepth(
  impacted: readonly Impacted[],
): readonly { readonly depth: number; readonly objects: readonly Impacted[] }[] {
  const depths = [...new Set(impacted.map(({ depth }) => depth))].sort((one, other) => one - other);
  return depths.map((depth) => ({ depth, objects: impacted.filter((each) => each.depth === depth) }));
}

/** As many as can be read in a drawing. */
export const mostDrawn = 12;

/** Nodes stand close: the drawing is an overview beside the list. */
const closeness = '%%{init: {"flowchart": {"nodeSpacing": 14, "rankSpacing": 90}}}%%';

export interface Drawing {
  /** Mermaid. */
  readonly source: string;
  readonly shown: number;
}

const escaped = (text: string): string =>
  text.replaceAll('#', '#35;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;');

/** The nearest objects with what ties them to each other, as a Mermaid flow chart from the target outwards. */
export function drawingOf(
  { target, names, impacted }: ProjectImpact,
  say: { readonly language: 'ru' | 'en'; readonly reason: (kind: string) => string },
): Drawing {
  const drawn = impacted.slice(0, mostDrawn);
  const nodes = [{ name: target, names }, ...drawn];
  const ids = new Map(nodes.map(({ name }, at) => [name, `n${at}`]));
  // A tie leads to an object or to a part of it: the longest known beginning.
  const idOf = (name: string): string | undefined => {
    const segments = name.split('.');
    for (let length = segments.length; length >= 2; length -= 1) {
      const id = ids.get(segments.slice(0, length).join('.'));
      if (id !== undefined) return id;
    }
    return undefined;
  };
  const lines = nodes.map(
    ({ names: words, name }) => `  ${ids.get(name)}["${escaped(words[say.language])}"]`,
  );
  for (const { name, reasons } of drawn) {
    const from = ids.get(name);
    const ties = new Map<string, Set<string>>();
    for (const { kind, to } of reasons) {
      const end = idOf(to);
      if (end === undefined || end === from) continue;
      ties.set(end, (ties.get(end) ?? new Set()).add(say.reason(kind)));
    }
    for (const [end, kinds] of ties)
      lines.push(`  ${end} -->|"${escaped([...kinds].slice(0, 3).join(', '))}"| ${from}`);
  }
  return {
    source: [closeness, 'flowchart LR', ...lines, '  style n0 stroke-width:3px'].join('\n'),
    shown: drawn.length,
  };
}
