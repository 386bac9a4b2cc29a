import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDiagram } from '#products/assistants/engines/diagrams';
import { exampleTexts } from '../examples.ts';
import { ganttOfText } from './gantt-text.rules.ts';

const today = '2026-03-01';

test('the example is read whole', () => {
  const { model, unread } = ganttOfText(exampleTexts.gantt, today, 'Задачи');
  expect(unread).toEqual([]);
  expect(model?.title).toBe('Внедрение складского учёта');
  expect(model?.start).toBe('2026-02-02');
  expect(model?.sections.map(({ name, tasks }) => [name, tasks.length])).toEqual([
    ['Анализ', 2],
    ['Разработка', 2],
    ['Запуск', 2],
  ]);
  expect(model?.sections[2]?.tasks[0]).toMatchObject({ days: 10, after: ['t8', 't9'] });
  expect(model?.sections[2]?.tasks[1]).toMatchObject({ days: 0, milestone: true });
});

test('weeks, starts and states are read; what is not is told', () => {
  const { model, unread } = ganttOfText(
    'Анализ; 2 недели; с 2026-02-02; готово\nКод; 5d; after Анализ; в работе\nТест; 3 дня; после Нет такой\nпросто строка\nА; 2026-02-31',
    today,
    'Задачи',
  );
  expect(model?.sections).toEqual([
    {
      name: 'Задачи',
      tasks: [
        { id: 't1', name: 'Анализ', days: 14, start: '2026-02-02', status: 'done' },
        { id: 't2', name: 'Код', days: 5, status: 'active', after: ['t1'] },
      ],
    },
  ]);
  expect(unread.map(({ line }) => line)).toEqual([3, 4, 5]);
  expect(model?.start).toBe(today);
});

test('no tasks are no schedule', () => {
  expect(ganttOfText('# Только раздел', today, 'Задачи').model).toBeNull();
});

test('what is read is always a model the engine takes', () => {
  const part = fc.constantFrom(
    'А',
    'Б',
    '; ',
    '5 дней',
    'после А',
    '\n',
    '# ',
    ': начало 2026-02-02',
    '0',
    'готово',
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
      const { model } = ganttOfText(parts.join(''), today, 'Задачи');
      if (model !== null) expect(readDiagram(model).ok).toBe(true);
    }),
  );
});
