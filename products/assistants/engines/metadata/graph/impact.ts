import { findName } from '../ask/find.ts';
import { localName } from '../ask/local-name.ts';
import type { Edge, EdgeKind, MetadataGraph } from '../model/graph-types.ts';
import type { LocalText } from '../model/kinds.ts';

export interface ImpactReason {
  readonly kind: EdgeKind | 'part' | 'written';
  /** The nearer object the tie leads to. */
  readonly to: string;
  readonly via: string;
  /** `possible`: the object is used, but whether this attribute of it is cannot be seen. */
  readonly certainty: 'sure' | 'possible';
}

export interface Impacted {
  /** English full name of an object or a form. */
  readonly name: string;
  readonly names: LocalText;
  /** 1 touches the target itself, 2 touches what depth 1 touched, and so on. */
  readonly depth: number;
  readonly reasons: readonly ImpactReason[];
}

export type ImpactResult =
  | {
      readonly ok: true;
      readonly target: string;
      readonly names: LocalText;
      readonly impacted: readonly Impacted[];
    }
  | { readonly ok: false; readonly suggestions: readonly string[] };

/** What a change goes on through; a role or a subsystem that mentions an object changes nothing further. */
const passing: ReadonlySet<string> = new Set<ImpactReason['kind']>([
  'type',
  'uses',
  'owner',
  'handler',
  'part',
]);

/** The object a full name belongs to: `Catalog.Валюты.Attribute.Код` → `Catalog.Валюты`; forms stay forms. */
function holderOf(name: string): string {
  const segments = name.split('.');
  let at = 2;
  while (segments[at] === 'Subsystem') at += 2;
  return segments
    .slice(0, segments[at] === 'Form' ? at + 2 : at)
    .join('.')
    .toLowerCase();
}

interface Ties {
  /** Edges to an object or any part of it. */
  readonly toHolder: ReadonlyMap<string, readonly Edge[]>;
  readonly toName: ReadonlyMap<string, readonly Edge[]>;
  readonly written: ReadonlyMap<string, readonly Edge[]>;
}

const tiesOfGraph = new WeakMap<MetadataGraph, Ties>();

function push(map: Map<string, Edge[]>, key: string, edge: Edge): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [edge]);
  else list.push(edge);
}

function tiesOf(graph: MetadataGraph): Ties {
  const known = tiesOfGraph.get(graph);
  if (known !== undefined) return known;
  const toHolder = new Map<string, Edge[]>();
  const toName = new Map<string, Edge[]>();
  const written = new Map<string, Edge[]>();
  for (const edge of graph.edges) {
    push(toHolder, holderOf(edge.to), edge);
    push(toName, edge.to.toLowerCase(), edge);
    if (edge.kind === 'registrator') push(written, edge.from.toLowerCase(), edge);
  }
  const ties = { toHolder, toName, written };
  tiesOfGraph.set(graph, ties);
  return ties;
}

/** Ties of an attribute: by its own name surely, by its object's name possibly (code, queries, forms' lists). */
function attributeTies(
  ties: Ties,
  name: string,
  holder: string,
): readonly [Edge, ImpactReason['certainty']][] {
  const prefix = `${name.toLowerCase()}.`;
  const object = ties.toHolder.get(holder) ?? [];
  return object.flatMap((edge): [Edge, ImpactReason['certainty']][] => {
    const to = edge.to.toLowerCase();
    if (to === name.toLowerCase() || to.startsWith(prefix)) return [[edge, 'sure']];
    return to === holder && (edge.kind === 'uses' || edge.kind === 'role') ? [[edge, 'possible']] : [];
  });
}

type Found = Map<string, { depth: number; name: string; reasons: ImpactReason[]; passes: boolean }>;

function note(found: Found, name: string, depth: number, reason: ImpactReason): void {
  const key = holderOf(name);
  const known = found.get(key);
  const passes = passing.has(reason.kind);
  if (known === undefined) {
    const label = name.split('.').slice(0, key.split('.').length).join('.');
    found.set(key, { depth, name: label, reasons: [reason], passes });
  } else if (known.depth === depth) {
    known.reasons.push(reason);
    known.passes ||= passes;
  }
}

function spread(ties: Ties, found: Found, key: string, depth: number): void {
  for (const edge of ties.toHolder.get(key) ?? [])
    note(found, edge.from, depth, { kind: edge.kind, to: edge.to, via: edge.via, certainty: 'sure' });
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/**
 * What a change of an object or of an attribute reaches, nearest first: attributes of its type, code and
 * queries, data paths of forms, rights, subscriptions, subsystems, registers a document writes.
 * A name that is not there answers what may have been meant.
 */
export function impactOf(graph: MetadataGraph, name: string, maxDepth = 3): ImpactResult {
  const found = findName(graph, name);
  const target = found.matches[0];
  if (target === undefined) return { ok: false, suggestions: found.suggestions };
  const ties = tiesOf(graph);
  const holder = holderOf(target.object.fullName.en);
  const reached: Found = new Map();
  if (target.field === undefined && target.section === undefined) {
    spread(ties, reached, holder, 1);
    for (const edge of ties.written.get(holder) ?? [])
      note(reached, edge.to, 1, { kind: 'written', to: target.name, via: edge.via, certainty: 'sure' });
  } else
    for (const [edge, certainty] of attributeTies(ties, target.name, holder))
      note(reached, edge.from, 1, { kind: edge.kind, to: edge.to, via: edge.via, certainty });
  for (let depth = 2; depth <= maxDepth; depth += 1)
    for (const [key, one] of [...reached])
      if (one.depth === depth - 1 && one.passes && key !== holder) spread(ties, reached, key, depth);
  reached.delete(holder);
  const impacted = [...reached.values()]
    .sort((a, b) => a.depth - b.depth || byText(a.name, b.name))
    .map(({ depth, name: label, reasons }) => ({ name: label, names: localName(label), depth, reasons }));
  return { ok: true, target: target.name, names: localName(target.name), impacted };
}
