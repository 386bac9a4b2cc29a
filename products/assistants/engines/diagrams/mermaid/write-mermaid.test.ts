// @vitest-environment happy-dom
import fc from 'fast-check';
import mermaid from 'mermaid';
import { describe, expect, it } from 'vitest';
import { everyExample, hostileTexts } from '../examples.fixture.ts';
import type { Diagram } from '../model/diagram.ts';
import { toMermaid } from './write-mermaid.ts';

const types: Readonly<Record<Diagram['kind'], string>> = {
  c4: 'c4',
  sequence: 'sequence',
  er: 'er',
  state: 'stateDiagram',
  gantt: 'gantt',
  flowchart: 'flowchart-v2',
  class: 'classDiagram',
  bpmn: 'flowchart-v2',
};

async function parsed(diagram: Diagram): Promise<string> {
  const outcome = toMermaid(diagram);
  if (!outcome.ok) throw new Error(outcome.fault.message.en);
  const result = await mermaid.parse(outcome.value).catch((error: unknown) => {
    throw new Error(`${outcome.value}\n${String(error)}`);
  });
  expect(result.diagramType).toBe(types[diagram.kind]);
  expect(result.config).not.toHaveProperty('theme');
  return outcome.value;
}

const lineCounts = everyExample(() => 'x').map((diagram) => {
  const outcome = toMermaid(diagram);
  return outcome.ok ? outcome.value.split('\n').length : 0;
});

describe('Mermaid', () => {
  it.each(everyExample().map((diagram) => [diagram.kind, diagram] as const))(
    'parses %s',
    async (_, diagram) => {
      expect(await parsed(diagram)).toMatchSnapshot();
    },
  );

  it.each(hostileTexts.map((text) => [text.slice(0, 30), text] as const))(
    'stays whole with %j',
    async (_, text) => {
      for (const [index, diagram] of everyExample(() => text).entries()) {
        const written = await parsed(diagram);
        expect(written.split('\n').length).toBe(lineCounts[index]);
        expect(written.replace(/^---\n.*\n---\n/, '')).not.toMatch(
          /<script|<img|%%|^\s*click\s|javascript:/m,
        );
      }
    },
  );

  it('parses with any text', async () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: 'grapheme', maxLength: 30 }),
      fc
        .array(fc.constantFrom(...hostileTexts.filter((item) => item.length < 100)), { maxLength: 3 })
        .map((items) => items.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 8 }), async (texts) => {
        let at = 0;
        for (const diagram of everyExample(() => texts[at++ % texts.length] ?? '')) await parsed(diagram);
      }),
      { numRuns: 15 },
    );
  });
});
