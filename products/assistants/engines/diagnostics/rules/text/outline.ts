import type { Method, Region, Span, SyntaxTree } from '#products/assistants/engines/bsl';
import { regionsOf } from '#products/assistants/engines/bsl';

/** A region that is closed; its stretch begins after `#`. */
export interface OutlinedRegion extends Span {
  readonly name: string;
  /** The head: the instruction and the name. */
  readonly head: Span;
  readonly source: Region;
}

export interface Outline {
  /** Regions that lie in no other region and in no method. */
  readonly topRegions: readonly OutlinedRegion[];
  /** The innermost region a method lies in directly. */
  regionOf(method: Method): OutlinedRegion | undefined;
  /** The outermost region a method lies in. */
  rootRegionOf(method: Method): OutlinedRegion | undefined;
}

interface Entry extends Span {
  readonly line: number;
  readonly region: OutlinedRegion | undefined;
  readonly method: Method | undefined;
  parent: Entry | undefined;
}

const made = new WeakMap<SyntaxTree, Outline>();

/** How regions and methods lie in each other. Made once for a tree. */
export function outlineOf(tree: SyntaxTree): Outline {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const outline = build(tree);
  made.set(tree, outline);
  return outline;
}

function build(tree: SyntaxTree): Outline {
  const { lines, tokens } = tree;
  const entries: Entry[] = [];
  const add = (span: Span, region: OutlinedRegion | undefined, method: Method | undefined): void => {
    entries.push({ ...span, line: lines.lineAt(span.start), region, method, parent: undefined });
  };
  for (const item of tree.module.items) {
    if (item.kind !== 'method' || item.endKeyword < 0) continue;
    const annotation = item.annotations.find(({ name }) => !isDirective(tokens.key(name)));
    const first = annotation?.first ?? item.keyword;
    add({ start: tokens.start(first), end: tokens.end(item.endKeyword) }, undefined, item);
  }
  for (const region of closedRegions(tree)) add(region, region, undefined);
  entries.sort((left, right) => left.line - right.line);

  const top: Entry[] = [];
  let current: Entry | undefined;
  for (const entry of entries) {
    while (current !== undefined && !(current.start <= entry.start && entry.end <= current.end))
      current = current.parent;
    entry.parent = current;
    if (current === undefined) top.push(entry);
    current = entry;
  }
  const byMethod = new Map(entries.map((entry) => [entry.method, entry]));
  return {
    topRegions: top.flatMap(({ region }) => region ?? []),
    regionOf: (method) => byMethod.get(method)?.parent?.region,
    rootRegionOf(method) {
      let found: OutlinedRegion | undefined;
      for (let here = byMethod.get(method)?.parent; here !== undefined; here = here.parent)
        found = here.region ?? found;
      return found;
    },
  };
}

function isDirective(key: string): boolean {
  return /^(?:на(?:клиенте|сервере)|at(?:client|server))/u.test(key);
}

/** In the order of their heads. */
function closedRegions(tree: SyntaxTree): readonly OutlinedRegion[] {
  const found: OutlinedRegion[] = [];
  const open = [...regionsOf(tree)].reverse();
  for (let region = open.pop(); region !== undefined; region = open.pop()) {
    for (let index = region.children.length - 1; index >= 0; index -= 1) {
      const child = region.children[index];
      if (child !== undefined) open.push(child);
    }
    if (region.close === undefined) continue;
    const [name = ''] = region.name.match(/^[\p{L}\p{N}_]+/u) ?? [];
    const start = region.open.word.start;
    const head = { start, end: region.open.argument.start + name.length };
    found.push({ name, start, end: region.close.word.end, head, source: region });
  }
  return found;
}
