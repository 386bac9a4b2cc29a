import fc from 'fast-check';
import { parse } from 'plantuml-parser';
import { describe, expect, it } from 'vitest';
import { everyExample, flowchartExample, hostileTexts } from '../examples.fixture.ts';
import type { Diagram } from '../model/diagram.ts';
import { toPlantUml } from './write-plantuml.ts';

function written(diagram: Diagram): string {
  const outcome = toPlantUml(diagram);
  if (!outcome.ok) throw new Error(outcome.fault.message.en);
  return outcome.value;
}

/** Kinds whose syntax the library knows. */
const known: ReadonlySet<Diagram['kind']> = new Set(['c4', 'class', 'sequence']);
const lineCounts = everyExample(() => 'x').map((diagram) => written(diagram).split('\n').length);
const breakingOut =
  /^\s*(?:[!@'%]|\/')|[<[]{2}(?!external|system|enterprise|container|[PFU]K)|<script|%\w+\(|\$\w/;

function expectWhole(diagram: Diagram, index: number) {
  const lines = written(diagram).trimEnd().split('\n');
  expect(lines.length + 1).toBe(lineCounts[index]);
  expect(lines.at(-1)).toMatch(/^@end(?:uml|gantt)$/);
  for (const line of lines.slice(1, -1)) expect(line).not.toMatch(breakingOut);
}

describe('PlantUML', () => {
  it.each(everyExample().map((diagram) => [diagram.kind, diagram] as const))('writes %s', (_, diagram) => {
    expect(written(diagram)).toMatchSnapshot();
  });

  it.each(hostileTexts.map((text) => [text.slice(0, 30), text] as const))(
    'stays whole with %j',
    (_, text) => {
      for (const [index, diagram] of everyExample(() => text).entries()) expectWhole(diagram, index);
    },
  );

  it('stays whole with any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        for (const [index, diagram] of everyExample(() => text).entries()) expectWhole(diagram, index);
      }),
    );
  });

  it('is understood by a parser of its syntax', () => {
    for (const text of ['Имя', ...hostileTexts.filter((item) => item.length < 100)]) {
      for (const diagram of everyExample(() => text).filter(({ kind }) => known.has(kind))) {
        const [parsed] = parse(written(diagram));
        expect(parsed?.elements.length).toBeGreaterThan(1);
      }
    }
  });

  it('writes loops as a free graph', () => {
    const example = flowchartExample((text) => text);
    const looped = { ...example, edges: [...example.edges, { from: 'data', to: 'check' }] };
    expect(written(looped)).toContain('n4 --> n2');
  });
});
