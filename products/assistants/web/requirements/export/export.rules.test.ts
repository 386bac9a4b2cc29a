import { expect, test } from 'vitest';
import type { Requirement, RequirementsAnalysis } from '../../../contract/index.ts';
import { csvOfRequirements, markdownOf, type ReportWords } from './export.rules.ts';

const words: ReportWords = {
  language: 'en',
  heading: 'Analysis',
  columns: {
    id: 'Number',
    text: 'Text',
    type: 'Type',
    characteristic: 'ISO 25010',
    obligation: 'Obligation',
    score: 'Score',
    place: 'Place',
    findings: 'Findings',
  },
  conflicts: 'Conflicts',
  duplicates: 'Duplicates',
  objects: 'Objects',
  sections: 'Sections',
  typeOf: (type) => type,
  characteristicOf: (name) => name,
  obligationOf: (name) => name,
  stateOf: (state) => state,
  placeOf: ({ line }) => `line ${line}`,
};
const requirement: Requirement = {
  id: 'FR-1',
  numbered: true,
  text: '=1+1 | "so" it <b>is</b>',
  source: { line: 3, page: null, path: [] },
  language: 'en',
  type: 'functional',
  characteristic: 'security',
  obligation: 'mandatory',
  parts: { condition: null, subject: null, action: null, object: null, criterion: null },
  findings: [
    {
      key: 'pronoun',
      severity: 'minor',
      message: { ru: 'Местоимение', en: 'Pronoun' },
      hint: { ru: '', en: '' },
      start: 0,
      end: 1,
      words: '',
    },
  ],
  score: 92,
  story: null,
};
const analysis: RequirementsAnalysis = {
  requirements: [requirement],
  duplicates: [{ ids: ['FR-1', 'FR-2'], similarity: 0.914 }],
  conflicts: [
    { ids: ['FR-1', 'FR-3'], kind: 'value', similarity: 0.8, message: { ru: '', en: '5 s or 30 s' } },
  ],
  variants: [],
  sections: [
    {
      standard: 'ГОСТ 34.602-2020',
      completeness: 0,
      sections: [{ number: '1', title: 'Общие сведения', state: 'missing', line: null, page: null }],
    },
  ],
  objects: [
    {
      kind: 'Документ',
      name: 'Заказ',
      attributes: [],
      values: [],
      reasons: [{ requirement: 'FR-1', sentence: '', words: '' }],
    },
  ],
  summary: { total: 1, by_type: { functional: 1 }, score: 92, findings: 1 },
  warnings: [],
};

test('a table for spreadsheets is written as the language has it, and holds no formulas', () => {
  const [head, first] = csvOfRequirements([requirement], words).split('\r\n');
  expect(head).toBe('\uFEFFNumber,Text,Type,ISO 25010,Obligation,Score,Place,Findings');
  expect(first).toBe(`FR-1,"'=1+1 | ""so"" it <b>is</b>",functional,security,mandatory,92,line 3,Pronoun`);
  const half = { ...requirement, text: '-5', score: 92.5 };
  const [, russian] = csvOfRequirements([half], { ...words, language: 'ru' }).split('\r\n');
  expect(russian).toBe(`FR-1;'-5;functional;security;mandatory;92,5;line 3;Местоимение`);
});

test('a document tells requirements and what is wrong with the set', () => {
  const text = markdownOf(analysis, [requirement], words);
  expect(text).toContain('| --- | --- |');
  expect(text).toContain('| FR-1 | =1+1 \\| "so" it \\<b\\>is\\</b\\> | functional |');
  expect(text).toContain('## Conflicts\n\n- FR-1 ↔ FR-3: 5 s or 30 s');
  expect(text).toContain('- FR-1 = FR-2 (91 %)');
  expect(text).toContain('## Sections: ГОСТ 34.602-2020\n\n- 1 Общие сведения: missing');
  expect(text).toContain('- Документ.Заказ: FR-1');
});
