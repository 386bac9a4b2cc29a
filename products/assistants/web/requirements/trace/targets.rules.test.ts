import { expect, test } from 'vitest';
import { analyseRequirements } from '#products/assistants/engines/requirements';
import { exampleText } from '../example.ts';
import { linesOfObjects, repeatedIds, targetsOf, textOfRequirements } from './targets.rules.ts';

test.each([
  ['Т-1 | Печать чека', { id: 'Т-1', title: 'Печать чека' }],
  ['Т-1;Печать; чека', { id: 'Т-1', title: 'Печать; чека' }],
  ['ТК-12. Печать чека', { id: 'ТК-12', title: 'Печать чека' }],
  ['Печать чека', { id: 'test-1', title: 'Печать чека' }],
])('%j is read', (line, expected) => {
  expect(targetsOf(`\n ${line}\n`, 'test')).toEqual([{ ...expected, kind: 'test' }]);
});

test('repeated numbers are told', () => {
  expect(repeatedIds(targetsOf('Т-1 | а\nТ-2 | б\nТ-1 | в', 'test'))).toEqual(['Т-1']);
});

test('suggested objects name their requirements', () => {
  const reason = { requirement: 'ФТ-1', sentence: '', words: '' };
  const object = { kind: 'Документ', name: 'Заказ', attributes: [], values: [], reasons: [reason, reason] };
  expect(linesOfObjects([object])).toBe('Документ.Заказ | Заказ: ФТ-1');
  expect(targetsOf(linesOfObjects([object]), 'design')).toEqual([
    { id: 'Документ.Заказ', kind: 'design', title: 'Заказ: ФТ-1' },
  ]);
});

test('requirements found in a file keep their numbers when they are traced', () => {
  const { requirements } = analyseRequirements(exampleText);
  const own = requirements.filter(({ numbered }) => numbered);
  const again = analyseRequirements(textOfRequirements(own), { keepTogether: true }).requirements;
  expect(again.map(({ id }) => id)).toEqual(own.map(({ id }) => id));
});
