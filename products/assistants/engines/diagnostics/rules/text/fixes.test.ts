import { expect, it } from 'vitest';
import { diagnose } from '../../run.ts';
import { ruleOf } from './rule-of.fixture.ts';

/** The text after the fixes of every finding, from the last to the first. */
function repaired(key: string, source: string): string {
  const { findings } = diagnose(source, {
    rules: [{ rule: ruleOf(key), parameters: {} }],
    path: 'Module.bsl',
    moduleType: 'UNKNOWN',
  });
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? []).toSorted((a, b) => b.start - a.start);
  return edits.reduce(
    (text, { start, end, text: by }) => text.slice(0, start) + by + text.slice(end),
    source,
  );
}

it.each([
  ['CanonicalSpellingKeywords', 'если а ТОГДА возврат; конецесли;', 'Если а Тогда Возврат; КонецЕсли;'],
  ['CommentedCode', 'А = 1;\n// Б = Вызов(А);\nВ = 2;', 'А = 1;\n\nВ = 2;'],
  ['ConsecutiveEmptyLines', 'А = 1;\n\n\n\nБ = 2;\n', 'А = 1;\n\nБ = 2;\n'],
  ['ConsecutiveEmptyLines', 'А = 1;\n\n\n\n', 'А = 1;\n'],
  ['EmptyRegion', 'А = 1;\n#Область Б\n#КонецОбласти\n', 'А = 1;\n\n'],
  ['EmptyStatement', 'А = 1;;\n', 'А = 1;\n'],
  ['InvalidCharacterInFile', 'А =\u00A0"дом\u2014сад";', 'А = "дом-сад";'],
  ['MissingSpace', 'А=Б+1;', 'А = Б + 1;'],
  ['OneStatementPerLine', '\tА = 1; Б = 2;', '\tА = 1; \n\tБ = 2;'],
  ['SemicolonPresence', 'Процедура А()\n\tБ = 1\nКонецПроцедуры', 'Процедура А()\n\tБ = 1;\nКонецПроцедуры'],
  ['SpaceAtStartComment', '//Текст', '// Текст'],
])('%s repairs %j', (key, source, expected) => {
  expect(repaired(key, source)).toBe(expected);
  expect(repaired(key, expected)).toBe(expected);
});
