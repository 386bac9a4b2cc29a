import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCodeGate, type Stretch } from './code-gate.rules.ts';

function pass(pieces: readonly string[]): readonly Stretch[] {
  const gate = createCodeGate();
  return [...pieces.flatMap((piece) => gate.push(piece)), ...gate.end()];
}

/** Words in a row joined, so that the pieces do not matter. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const out: Stretch[] = [];
  for (const stretch of stretches) {
    const last = out.at(-1);
    if (stretch.kind === 'text' && last?.kind === 'text')
      out[out.length - 1] = { kind: 'text', text: last.text + stretch.text };
    else out.push(stretch);
  }
  return out;
}

const raw = (stretches: readonly Stretch[]): string =>
  stretches.map((stretch) => (stretch.kind === 'text' ? stretch.text : stretch.raw)).join('');

const line = fc.constantFrom(
  'Слова и слова',
  '```bsl',
  '```sdbl',
  '```mermaid',
  '````bsl',
  '```',
  '````',
  '  ```',
  'А = `1`;',
  '',
  'x ``` y',
  '``',
);

describe('the gate for code', () => {
  it('lets words through as they come, and a block when it is whole', () => {
    const gate = createCodeGate();
    expect(gate.push('Вот ')).toEqual([{ kind: 'text', text: 'Вот ' }]);
    expect(gate.push('код:\n``')).toEqual([{ kind: 'text', text: 'код:\n' }]);
    expect(gate.push('`bsl\nА = 1;\n')).toEqual([]);
    expect(gate.push('```')).toEqual([]);
    expect(gate.push('\nВсё')).toEqual([
      { kind: 'block', label: 'bsl', code: 'А = 1;\n', raw: '```bsl\nА = 1;\n```\n' },
      { kind: 'text', text: 'Всё' },
    ]);
  });

  it('lets blocks of other languages pass, and takes no fence inside them for one of its own', () => {
    const text = '````md\n```bsl\nА = ;\n```\n````\n';
    expect(joined(pass([text]))).toEqual([{ kind: 'text', text }]);
  });

  it('gives a block that is never closed at the end', () => {
    expect(pass(['```sdbl\nВЫБРАТЬ'])).toEqual([
      { kind: 'block', label: 'sdbl', code: 'ВЫБРАТЬ', raw: '```sdbl\nВЫБРАТЬ' },
    ]);
  });

  it('loses and adds nothing, wherever the pieces are cut', () => {
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 12 }),
        fc.array(fc.nat(40), { maxLength: 12 }),
        (lines, cuts) => {
          const text = lines.join('\n');
          const at = [0, ...cuts.map((cut) => Math.min(cut, text.length)).sort((a, b) => a - b), text.length];
          const pieces = at.slice(1).map((end, index) => text.slice(at[index], end));
          expect(raw(pass(pieces))).toBe(text);
          expect(joined(pass(pieces))).toEqual(joined(pass([text])));
        },
      ),
      { numRuns: 500 },
    );
  });
});
