import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everyExample } from '../examples.fixture.ts';
import { toMermaid } from '../mermaid/write-mermaid.ts';
import { toPlantUml } from '../plantuml/write-plantuml.ts';
import type { Diagram } from './diagram.ts';
import { readDiagram } from './read-diagram.ts';

const state = (id: string) => ({ id, name: id });
const task = (id: string, extra: object = {}) => ({ id, name: id, days: 1, ...extra });
const gantt = (...tasks: readonly object[]) => ({
  kind: 'gantt',
  start: '2026-01-01',
  sections: [{ name: 's', tasks }],
});
const sequence = (...steps: readonly object[]) => ({ kind: 'sequence', participants: [state('a')], steps });
const person = (id: string, extra: object = {}) => ({ id, name: id, type: 'person', ...extra });
const pool = (id: string, ...lanes: readonly string[]) => ({ id, name: id, lanes: lanes.map(state) });
const bpmn = (pools: readonly object[], nodes: readonly object[], rest: object = {}) => ({
  kind: 'bpmn',
  pools,
  nodes: nodes.map((node) => ({ type: 'task', ...node })),
  flows: [],
  ...rest,
});

function codeOf(value: unknown): string {
  const outcome = readDiagram(value);
  return outcome.ok ? 'ok' : outcome.fault.code.replace('diagrams.', '');
}

describe('readDiagram', () => {
  it('takes every example, also through JSON', () => {
    for (const diagram of everyExample())
      expect(readDiagram(JSON.parse(JSON.stringify(diagram)))).toEqual({ ok: true, value: diagram });
  });

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'invalid_model'],
    ['a number', 5, 'invalid_model'],
    ['an unknown kind', { kind: 'pie' }, 'invalid_model'],
    ['a kind of the prototype', { kind: 'toString' }, 'invalid_model'],
    ['a missing field', { kind: 'state', states: [] }, 'invalid_model'],
    ['a wrong type', { kind: 'state', states: [{ id: 1 }], transitions: [] }, 'invalid_model'],
    ['an empty id', { kind: 'state', states: [state('')], transitions: [] }, 'invalid_model'],
    ['doubled ids', { kind: 'state', states: [state('a'), state('a')], transitions: [] }, 'duplicate_id'],
    [
      'a missing end',
      { kind: 'state', states: [state('a')], transitions: [{ from: 'a', to: 'b' }] },
      'unknown_reference',
    ],
    [
      'many nodes',
      { kind: 'state', states: Array.from({ length: 1001 }, (_, i) => state(`s${i}`)), transitions: [] },
      'too_many_nodes',
    ],
    [
      'many edges',
      {
        kind: 'state',
        states: [state('a')],
        transitions: Array.from({ length: 5001 }, () => ({ from: 'a', to: 'a' })),
      },
      'too_many_edges',
    ],
    [
      'many lines',
      {
        kind: 'er',
        entities: [
          { ...state('a'), attributes: Array.from({ length: 20_001 }, () => ({ name: 'a', type: 'b' })) },
        ],
        relations: [],
      },
      'too_many_nodes',
    ],
    [
      'frames in a circle',
      {
        kind: 'c4',
        level: 'context',
        elements: [],
        relations: [],
        boundaries: [
          { ...state('a'), type: 'system', boundary: 'b' },
          { ...state('b'), type: 'system', boundary: 'a' },
        ],
      },
      'circular_nesting',
    ],
    [
      'an element in an element',
      {
        kind: 'c4',
        level: 'context',
        elements: [person('a'), person('b', { boundary: 'a' })],
        relations: [],
      },
      'unknown_reference',
    ],
    [
      'a node in a node',
      { kind: 'flowchart', nodes: [{ id: 'a', label: 'a', shape: 'action', group: 'a' }], edges: [] },
      'unknown_reference',
    ],
    [
      'an edge to a group',
      {
        kind: 'flowchart',
        nodes: [{ id: 'a', label: 'a', shape: 'action' }],
        groups: [state('g')],
        edges: [{ from: 'a', to: 'g' }],
      },
      'unknown_reference',
    ],
    ['no such day', gantt(task('a', { start: '2026-02-30' })), 'invalid_date'],
    ['a year without a month', { ...gantt(), start: '2026' }, 'invalid_model'],
    [
      'tasks in a circle',
      gantt(task('a', { after: ['b'] }), task('b', { after: ['a'] })),
      'circular_nesting',
    ],
    ['an unknown task', gantt(task('a', { after: ['b'] })), 'unknown_reference'],
    ['a block left open', sequence({ type: 'open', operator: 'alt', condition: '' }), 'unbalanced_block'],
    ['a block never opened', sequence({ type: 'close' }), 'unbalanced_block'],
    [
      'a branch of a loop',
      sequence(
        { type: 'open', operator: 'loop', condition: '' },
        { type: 'next', condition: '' },
        { type: 'close' },
      ),
      'unbalanced_block',
    ],
    [
      'deep blocks',
      sequence(...Array.from({ length: 30 }, () => ({ type: 'open', operator: 'opt', condition: '' }))),
      'unbalanced_block',
    ],
    ['a node without its pool', bpmn([pool('p')], [{ id: 'a' }]), 'unknown_reference'],
    ['a pool where there are none', bpmn([], [{ id: 'a', pool: 'a' }]), 'unknown_reference'],
    [
      'a lane of another pool',
      bpmn([pool('p', 'l'), pool('q', 'm')], [{ id: 'a', pool: 'p', lane: 'm' }]),
      'unknown_reference',
    ],
    [
      'a flow between pools',
      bpmn(
        [pool('p'), pool('q')],
        [
          { id: 'a', pool: 'p' },
          { id: 'b', pool: 'q' },
        ],
        { flows: [{ from: 'a', to: 'b' }] },
      ),
      'unknown_reference',
    ],
    [
      'a flow to a pool',
      bpmn([pool('p')], [{ id: 'a', pool: 'p' }], { flows: [{ from: 'a', to: 'p' }] }),
      'unknown_reference',
    ],
    [
      'a message inside a pool',
      bpmn(
        [pool('p')],
        [
          { id: 'a', pool: 'p' },
          { id: 'b', pool: 'p' },
        ],
        { messages: [{ from: 'a', to: 'b' }] },
      ),
      'unknown_reference',
    ],
    [
      'a good process',
      bpmn([pool('p', 'l'), pool('q')], [{ id: 'a', pool: 'p' }], { messages: [{ from: 'a', to: 'q' }] }),
      'ok',
    ],
  ])('judges %s', (_, value, code) => {
    expect(codeOf(value)).toBe(code);
  });

  it('keeps writers from what it refuses', () => {
    const wrong: Diagram = { kind: 'state', states: [], transitions: [{ from: 'a', to: 'b' }] };
    expect(toMermaid(wrong)).toMatchObject({ ok: false });
    expect(toPlantUml(wrong)).toMatchObject({ ok: false });
  });

  it('never throws, and what it takes can be written', () => {
    const value = fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.record({
        kind: fc.constantFrom('state', 'gantt', 'c4', 'bpmn'),
        states: fc.jsonValue(),
        transitions: fc.jsonValue(),
      }),
    );
    fc.assert(
      fc.property(value, (json) => {
        const outcome = readDiagram(json);
        if (outcome.ok)
          expect([toMermaid(outcome.value).ok, toPlantUml(outcome.value).ok]).toEqual([true, true]);
      }),
    );
  });
});
