import { isId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Level } from '../../contract/index.ts';
import { nodeNotFound } from '../nodes/browse.ts';
import type { GraphRequest, MemoryGraph } from '../nodes/node.ts';
import { findEdgesBetween } from '../nodes/node-read.store.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { importantNodes, nodesAround } from './graph.read.ts';

const maxNodes = 2_000;
const allLevels: readonly Level[] = [0, 1, 2, 3];

function within(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** Reads a part of a space as nodes and the edges between them. */
export async function readGraph(
  spaces: Spaces,
  scope: MemoryScope,
  { center, depth = 1, levels = allLevels, limit = 500 }: GraphRequest,
): Promise<MemoryGraph> {
  if (!within(depth, 1, 3) || !within(limit, 1, maxNodes)) {
    throw new Refusal('invalid', 'memory.invalid', `A graph has 1 to ${maxNodes} nodes, 1 to 3 steps deep.`);
  }
  const space = await spaces.find(scope);
  if (space === undefined) {
    if (center !== undefined) throw nodeNotFound();
    return { nodes: [], edges: [], truncated: false };
  }
  const reader = spaces.reader(scope.ownerId);
  if (center !== undefined && !isId(center)) throw nodeNotFound();
  const found =
    center === undefined
      ? await importantNodes(reader, space.id, levels, limit + 1)
      : await nodesAround(reader, space.id, center, depth, levels, limit + 1);
  if (center !== undefined && found[0]?.id !== center) throw nodeNotFound();
  const nodes = found.slice(0, limit);
  const edges = await findEdgesBetween(
    reader,
    nodes.map(({ id }) => id),
  );
  return { nodes, edges, truncated: found.length > limit };
}
