import type { Requirement } from './requirement.ts';
import { contentRoots } from './roots.ts';

/** Something requirements are traced to: a test, a scenario, a design element. */
export interface TraceTarget {
  readonly id: string;
  readonly kind: 'test' | 'design';
  readonly title: string;
  readonly text?: string;
}

export interface TraceLink {
  readonly requirement: string;
  readonly target: string;
  /** `explicit`: the target names the requirement's id; `similar`: only their words are alike. */
  readonly by: 'explicit' | 'similar';
  /** 1 for explicit, else cosine of weighed words. */
  readonly strength: number;
}

export interface Traceability {
  readonly links: readonly TraceLink[];
  readonly gaps: {
    readonly withoutTest: readonly string[];
    readonly withoutDesign: readonly string[];
    /** Targets no requirement asked for. */
    readonly orphans: readonly string[];
  };
  /** Share of requirements with at least one test, 0–1; 1 for none. */
  readonly coverage: number;
}

type Vector = ReadonlyMap<string, number>;

function vectorOf(roots: ReadonlySet<string>, weight: (root: string) => number): Vector {
  const vector = new Map([...roots].map((root) => [root, weight(root)]));
  const length = Math.sqrt([...vector.values()].reduce((sum, value) => sum + value * value, 0)) || 1;
  return new Map([...vector].map(([root, value]) => [root, value / length]));
}

const idSign = /[\p{L}\d]+(?:[-–_.][\p{L}\d]+)*/gu;

/** Ids as written in a text, dashes made one; every dotted beginning counts too (`ФТ-3.1` names no `ФТ-3`). */
function idsIn(text: string): ReadonlySet<string> {
  return new Set((text.match(idSign) ?? []).map((found) => found.replace(/–/g, '-').toLowerCase()));
}

/**
 * Links requirements with targets by ids named in the target's id, title or text, and for requirements without
 * such a link by similarity of words (at least `threshold`); lists what is left without a link.
 */
export function traceRequirements(
  requirements: readonly Requirement[],
  targets: readonly TraceTarget[],
  threshold = 0.35,
): Traceability {
  const real = requirements.filter((one) => one.type !== 'not-a-requirement');
  const rootSets = [
    ...real.map((one) => contentRoots(one.text)),
    ...targets.map((one) => contentRoots(`${one.title}\n${one.text ?? ''}`.slice(0, 20_000))),
  ];
  const counts = new Map<string, number>();
  for (const set of rootSets) for (const root of set) counts.set(root, (counts.get(root) ?? 0) + 1);
  const weight = (root: string): number => Math.log(1 + rootSets.length / (counts.get(root) ?? 1));
  const vectors = rootSets.map((set) => vectorOf(set, weight));
  const byRoot = new Map<string, number[]>();
  targets.forEach((_, index) => {
    for (const root of rootSets[real.length + index] ?? [])
      byRoot.set(root, [...(byRoot.get(root) ?? []), index]);
  });
  const named = targets.map((target) => idsIn(`${target.id} ${target.title} ${target.text ?? ''}`));
  const links: TraceLink[] = [];
  real.forEach((requirement, at) => {
    const id = requirement.id.toLowerCase();
    const explicit = targets.flatMap((target, index) =>
      requirement.numbered && named[index]?.has(id) ? [target] : [],
    );
    for (const target of explicit)
      links.push({ requirement: requirement.id, target: target.id, by: 'explicit', strength: 1 });
    const kinds = new Set(explicit.map((target) => target.kind));
    const dots = new Map<number, number>();
    for (const [root, value] of vectors[at] ?? [])
      for (const index of byRoot.get(root) ?? [])
        dots.set(index, (dots.get(index) ?? 0) + value * (vectors[real.length + index]?.get(root) ?? 0));
    for (const [index, strength] of [...dots].sort((a, b) => b[1] - a[1] || a[0] - b[0])) {
      const target = targets[index];
      if (!target || strength < threshold || kinds.has(target.kind)) continue;
      links.push({
        requirement: requirement.id,
        target: target.id,
        by: 'similar',
        strength: Math.round(strength * 1000) / 1000,
      });
    }
  });
  const kindOf = new Map(targets.map((target) => [target.id, target.kind]));
  const without = (kind: TraceTarget['kind']): readonly string[] => {
    const linked = new Set(
      links.filter((link) => kindOf.get(link.target) === kind).map((link) => link.requirement),
    );
    return real.filter((one) => !linked.has(one.id)).map((one) => one.id);
  };
  const reached = new Set(links.map((link) => link.target));
  const withoutTest = without('test');
  return {
    links,
    gaps: {
      withoutTest,
      withoutDesign: without('design'),
      orphans: targets.filter((one) => !reached.has(one.id)).map((one) => one.id),
    },
    coverage: real.length === 0 ? 1 : (real.length - withoutTest.length) / real.length,
  };
}
