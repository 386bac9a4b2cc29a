import { Refusal } from '#base/refusal';
import type { EdgeLine, NodeLine } from '../../contract/index.ts';
import type { NewMemory } from '../nodes/node.ts';
import { type LineFault, parseLine } from './import-line.rules.ts';

export interface ImportedLines {
  readonly turns: readonly NewMemory[];
  readonly nodes: readonly NodeLine[];
  readonly edges: readonly EdgeLine[];
}

const maxLines = 100_000;
const maxFaults = 100;
const pauseEvery = 1_000;

function refuse(faults: readonly LineFault[]): Refusal {
  return new Refusal('invalid', 'memory.import_invalid', 'Nothing was imported: some lines cannot be read.', {
    errors: faults,
  });
}

/** Reads all lines before anything is stored; refuses with the numbers of the bad ones. */
export async function readLines(
  lines: Iterable<string> | AsyncIterable<string>,
  maxContent: number,
): Promise<ImportedLines> {
  const turns: NewMemory[] = [];
  const nodes: NodeLine[] = [];
  const edges: { readonly edge: EdgeLine; readonly number: number }[] = [];
  const faults: LineFault[] = [];
  const ids = new Set<string>();
  const groups = new Set<string>();
  let number = 0;

  function keep(node: NodeLine): void {
    if (ids.has(node.id))
      faults.push({ pointer: `/lines/${number}/id`, message: 'This id stands on an earlier line.' });
    if (node.group_key !== null && groups.has(node.group_key)) {
      faults.push({ pointer: `/lines/${number}/group_key`, message: 'This key stands on an earlier line.' });
    }
    ids.add(node.id);
    if (node.group_key !== null) groups.add(node.group_key);
    nodes.push(node);
  }

  for await (const text of lines) {
    number += 1;
    if (number % pauseEvery === 0) await new Promise((resolve) => setImmediate(resolve));
    if (number > maxLines) {
      faults.push({
        pointer: `/lines/${number}`,
        message: `At most ${maxLines} lines can be imported at once.`,
      });
      break;
    }
    if (text.trim() === '') continue;
    const parsed = parseLine(text, number, maxContent);
    if (parsed.kind === 'turn') turns.push(parsed.memory);
    else if (parsed.kind === 'node') keep(parsed.node);
    else if (parsed.kind === 'edge') edges.push({ edge: parsed.edge, number });
    else if (parsed.kind === 'fault') faults.push(parsed.fault);
    if (faults.length >= maxFaults) break;
  }
  for (const { edge, number: line } of edges) {
    if (faults.length >= maxFaults) break;
    if (ids.has(edge.from_id) && ids.has(edge.to_id) && edge.from_id !== edge.to_id) continue;
    faults.push({
      pointer: `/lines/${line}`,
      message: 'An edge joins two different memories of the same file.',
    });
  }
  if (faults.length > 0) throw refuse(faults);
  return { turns, nodes, edges: edges.map(({ edge }) => edge) };
}
