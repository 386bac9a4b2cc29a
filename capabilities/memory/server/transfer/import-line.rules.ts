import { Compile } from 'typebox/compile';
import { EdgeLine, HeaderLine, NodeLine, TurnLine } from '../../contract/index.ts';
import { faultOf } from '../nodes/new-memory.rules.ts';
import type { NewMemory } from '../nodes/node.ts';
import { unreadableValue } from '../nodes/text.rules.ts';

export interface LineFault {
  /** `/lines/12/content`; lines count from 1. */
  readonly pointer: string;
  readonly message: string;
}

export type ParsedLine =
  | { readonly kind: 'header' }
  | { readonly kind: 'turn'; readonly memory: NewMemory }
  | { readonly kind: 'node'; readonly node: NodeLine }
  | { readonly kind: 'edge'; readonly edge: EdgeLine }
  | { readonly kind: 'fault'; readonly fault: LineFault };

interface Errors {
  Errors(value: unknown): readonly { readonly instancePath: string; readonly message: string }[];
}

const headers = Compile(HeaderLine);
const nodes = Compile(NodeLine);
const edges = Compile(EdgeLine);
const turns = Compile(TurnLine);
const maxLine = 4_000_000;

function typeOf(value: object): unknown {
  return 'type' in value ? value.type : undefined;
}

function turnMemory(line: TurnLine): NewMemory {
  const { session_id, content, speaker, caption, occurred_at, importance, metadata } = line;
  return {
    kind: 'turn',
    sessionId: session_id,
    content,
    ...(speaker === undefined ? {} : { speaker }),
    ...(caption === undefined ? {} : { caption }),
    ...(occurred_at === undefined ? {} : { occurredAt: new Date(occurred_at) }),
    ...(importance === undefined ? {} : { importance }),
    ...(metadata === undefined ? {} : { metadata }),
  };
}

function asMemory(node: NodeLine): NewMemory {
  const { content, metadata, occurred_at } = node;
  return { content, metadata, occurredAt: new Date(occurred_at) };
}

/** Reads one line of an import; `number` counts from 1. */
export function parseLine(text: string, number: number, maxContent: number): ParsedLine {
  const fault = (path: string, message: string): ParsedLine => ({
    kind: 'fault',
    fault: { pointer: `/lines/${number}${path}`, message },
  });
  const misfit = (check: Errors, value: unknown): ParsedLine => {
    const [first] = check.Errors(value);
    return fault(first?.instancePath ?? '', first?.message ?? 'does not fit');
  };
  const memoryFault = (memory: NewMemory): ParsedLine | undefined => {
    const found = faultOf(memory, maxContent);
    return found === undefined ? undefined : fault(found.pointer, found.message);
  };

  if (text.length > maxLine) return fault('', 'The line is too long.');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return fault('', 'This is not JSON.');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return fault('', 'This is not an object.');
  if (unreadableValue(value)) return fault('', 'The text contains NUL characters or broken surrogate pairs.');
  switch (typeOf(value)) {
    case 'memory':
      return headers.Check(value) ? { kind: 'header' } : misfit(headers, value);
    case 'node': {
      if (!nodes.Check(value)) return misfit(nodes, value);
      const isTurnOrNote = value.kind === 'turn' || value.kind === 'note';
      if ((value.level === 0) !== isTurnOrNote)
        return fault('/kind', 'This kind does not belong to this level.');
      if (value.kind === 'turn' && value.session_id === null)
        return fault('/session_id', 'A turn needs a session.');
      return memoryFault(asMemory(value)) ?? { kind: 'node', node: value };
    }
    case 'edge':
      return edges.Check(value) ? { kind: 'edge', edge: value } : misfit(edges, value);
    case undefined: {
      if (!turns.Check(value)) return misfit(turns, value);
      const memory = turnMemory(value);
      return memoryFault(memory) ?? { kind: 'turn', memory };
    }
    default:
      return fault('/type', 'The type is memory, node or edge; turns have none.');
  }
}
