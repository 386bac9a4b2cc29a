import type { PlanFile } from '#products/assistants/engines/planning';

const points = (optimistic: number, likely: number, pessimistic: number) => ({
  optimistic,
  likely,
  pessimistic,
});
const by = (...resources: readonly string[]) => resources.map((resource) => ({ resource }));

/** The introduction of addressed storage in a warehouse, in days. */
export const demoPlan: PlanFile = {
  name: 'Адресное хранение на складе',
  start: '2026-12-01T09:00',
  currency: 'RUB',
  resources: [
    { id: 'analyst', name: 'Аналитик', rate: 2_400 },
    { id: 'developer', name: 'Разработчик', capacity: 2, rate: 2_800 },
    { id: 'tester', name: 'Тестировщик', rate: 2_000 },
  ],
  tasks: [
    {
      id: '1',
      name: 'Обследование склада',
      duration: points(3, 4, 7),
      assignments: by('analyst'),
      group: 'Анализ',
    },
    {
      id: '2',
      name: 'Требования и согласование',
      duration: points(4, 6, 12),
      predecessors: ['1'],
      assignments: by('analyst'),
      group: 'Анализ',
    },
    {
      id: '3',
      name: 'Справочник ячеек и регистр размещения',
      duration: points(3, 5, 8),
      predecessors: ['2'],
      assignments: by('developer'),
      group: 'Разработка',
    },
    {
      id: '4',
      name: 'Приёмка по ячейкам',
      duration: points(4, 6, 11),
      predecessors: ['3'],
      assignments: by('developer'),
      group: 'Разработка',
    },
    {
      id: '5',
      name: 'Отбор и отгрузка',
      duration: points(5, 7, 14),
      predecessors: ['3'],
      assignments: by('developer'),
      group: 'Разработка',
    },
    {
      id: '6',
      name: 'Перенос остатков',
      duration: points(2, 3, 6),
      predecessors: ['3'],
      assignments: by('developer'),
      group: 'Разработка',
    },
    {
      id: '7',
      name: 'Сценарии тестов',
      duration: points(2, 3, 5),
      predecessors: ['2SS+2d'],
      assignments: by('tester'),
      group: 'Проверка',
    },
    {
      id: '8',
      name: 'Приёмочные испытания',
      duration: points(3, 4, 9),
      predecessors: ['4', '5', '6', '7'],
      assignments: by('tester', 'analyst'),
      group: 'Проверка',
    },
    {
      id: '9',
      name: 'Обучение кладовщиков',
      duration: points(1, 2, 3),
      predecessors: ['8FS-1d'],
      assignments: by('analyst'),
      group: 'Запуск',
    },
    {
      id: '10',
      name: 'Запуск на основном складе',
      duration: 0,
      predecessors: ['8', '9'],
      must_finish_by: '2027-02-01T18:00',
      group: 'Запуск',
    },
  ],
  risks: [
    { id: 'r1', name: 'Терминалы придут позже', probability: 0.3, impact: points(2, 5, 10), tasks: ['8'] },
  ],
};
