import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RoleDefinition } from '../../contract/index.ts';
import { areas } from '../frame/areas.ts';
import { changedLines, changesBetween, faultOfName, nameFrom } from './definition.rules.ts';

const definition: RoleDefinition = {
  title: { ru: 'Ревизор', en: 'Reviewer' },
  description: { ru: 'Смотрит код', en: 'Looks at code' },
  instructions: 'One\nTwo\nThree',
  tools: ['check_code'],
  collections: [],
  remembers: true,
  model: { temperature: 0.2 },
  starters: [],
};

describe('changes between versions', () => {
  it('are told by field and line', () => {
    const after = { ...definition, instructions: 'One\n2\nThree', tools: ['check_code', 'check_query'] };
    expect(changesBetween(definition, after)).toEqual([
      {
        field: 'instructions',
        lines: [
          { kind: 'same', text: 'One' },
          { kind: 'removed', text: 'Two' },
          { kind: 'added', text: '2' },
          { kind: 'same', text: 'Three' },
        ],
      },
      {
        field: 'tools',
        lines: [
          { kind: 'same', text: 'check_code' },
          { kind: 'added', text: 'check_query' },
        ],
      },
    ]);
    expect(changesBetween(definition, definition)).toEqual([]);
  });

  it('give both texts back', () => {
    const text = fc
      .array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 })
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = changedLines(before, after);
        const without = (kind: string) =>
          lines.flatMap((line) => (line.kind === kind ? [] : [line.text])).join('\n');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
    );
  });
});

describe('names for addresses', () => {
  it.each([
    ['Ревизор кода', 'revizor-koda'],
    ['  1С: Эксперт! ', 's-ekspert'],
    ['Code', 'code-role'],
    ['', ''],
    ['А', ''],
  ])('%s → %s', (title, name) => {
    expect(nameFrom(title)).toBe(name);
  });

  it.each([
    ['reviewer', null],
    ['usage', 'reserved'],
    ['Reviewer', 'form'],
    ['x', 'form'],
  ])('%s: %s', (name, fault) => {
    expect(faultOfName(name)).toBe(fault);
  });

  it('are never those of areas', () => {
    const names = areas.slice(1).map(({ path }) => path.split('/').at(-1) ?? '');
    expect(names.filter((name) => faultOfName(name) !== 'reserved')).toEqual([]);
  });
});
