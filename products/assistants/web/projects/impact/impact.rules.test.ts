import { expect, it } from 'vitest';
import type { ProjectImpact } from '../../../contract/index.ts';
import { byDepth, drawingOf, groupReasons } from './impact.rules.ts';

const reason = (kind: string, to: string, via = '', certainty: 'sure' | 'possible' = 'sure') => ({
  kind,
  to,
  via,
  certainty,
});
const one = (name: string, depth: number, ...reasons: ReturnType<typeof reason>[]) => ({
  name,
  names: { ru: `Р ${name}`, en: name },
  depth,
  reasons,
});
const impact: ProjectImpact = {
  target: 'Catalog.A',
  names: { ru: 'Справочник.А', en: 'Catalog.A' },
  impacted: [
    one('Document.B', 1, reason('type', 'Catalog.A.Attribute.X', 'Document.B.Attribute.Y')),
    one('Report."C"', 2, reason('uses', 'Document.B'), reason('uses', 'Somewhere.Else')),
  ],
  left_out: 0,
};

it('reasons of one kind are told once, and as possible only when all are', () => {
  expect(
    groupReasons([
      reason('uses', 'Catalog.A', 'line 1', 'possible'),
      reason('uses', 'Catalog.A', 'line 2'),
      reason('form', 'Catalog.A', 'list', 'possible'),
    ]),
  ).toEqual([
    { kind: 'uses', to: 'Catalog.A', vias: ['line 1', 'line 2'], possible: false },
    { kind: 'form', to: 'Catalog.A', vias: ['list'], possible: true },
  ]);
});

it('objects are put together by distance', () => {
  expect(byDepth(impact.impacted).map(({ depth, objects }) => [depth, objects.length])).toEqual([
    [1, 1],
    [2, 1],
  ]);
});

it('a drawing leads from the target to what depends on it; names cannot break it', () => {
  const { source, shown } = drawingOf(impact, { language: 'en', reason: (kind) => kind });
  expect(shown).toBe(2);
  expect(source.split('\n').slice(1)).toEqual([
    'flowchart LR',
    '  n0["Catalog.A"]',
    '  n1["Document.B"]',
    '  n2["Report.#quot;C#quot;"]',
    '  n0 -->|"type"| n1',
    '  n1 -->|"uses"| n2',
    '  style n0 stroke-width:3px',
  ]);
});
