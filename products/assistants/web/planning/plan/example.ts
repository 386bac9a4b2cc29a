import type { Language } from '#platform/web';
import type { PlanFile } from '#products/assistants/engines/planning';

type Row = readonly [
  id: string,
  name: { readonly ru: string; readonly en: string },
  points: readonly [number, number, number],
  after: readonly string[],
  who: readonly (readonly [string, number])[],
  more?: Partial<PlanFile['tasks'][number]>,
];

const phases = {
  study: { ru: 'Обследование', en: 'Survey' },
  build: { ru: 'Разработка', en: 'Development' },
  launch: { ru: 'Запуск', en: 'Launch' },
} as const;

const rows = (language: Language, deadline: string): readonly Row[] => {
  const phase = (name: keyof typeof phases) => ({ group: phases[name][language] });
  return [
    [
      '1',
      { ru: 'Интервью с бухгалтерией и складом', en: 'Interviews with accounting and warehouse' },
      [3, 4, 7],
      [],
      [['analyst', 1]],
      { ...phase('study'), percent_complete: 100, actual_cost: 80_000 },
    ],
    [
      '2',
      { ru: 'Модель процессов и перечень отличий', en: 'Process model and list of gaps' },
      [3, 5, 9],
      ['1'],
      [
        ['analyst', 1],
        ['architect', 0.5],
      ],
      { ...phase('study'), percent_complete: 60, actual_cost: 90_000 },
    ],
    [
      '3',
      { ru: 'Техническое задание согласовано', en: 'Specification agreed' },
      [0, 0, 0],
      ['2FS+2d'],
      [],
      phase('study'),
    ],
    [
      '4',
      { ru: 'Доработка заказов покупателей', en: 'Customer orders' },
      [6, 9, 16],
      ['3'],
      [['developer', 1]],
      phase('build'),
    ],
    [
      '5',
      { ru: 'Обмен с интернет-магазином', en: 'Exchange with the web shop' },
      [5, 8, 18],
      ['3'],
      [['developer', 1]],
      phase('build'),
    ],
    [
      '6',
      { ru: 'Отчёты для руководителя', en: 'Reports for the management' },
      [3, 4, 6],
      ['4SS+3d'],
      [['second', 1]],
      phase('build'),
    ],
    [
      '7',
      { ru: 'Перенос остатков и справочников', en: 'Migration of balances and catalogues' },
      [4, 6, 12],
      ['3'],
      [['second', 1]],
      phase('build'),
    ],
    [
      '8',
      { ru: 'Приёмочное тестирование', en: 'Acceptance testing' },
      [4, 5, 9],
      ['4', '5', '6', '7'],
      [['analyst', 1]],
      phase('launch'),
    ],
    [
      '9',
      { ru: 'Обучение пользователей', en: 'Training of users' },
      [2, 3, 4],
      ['8SS+2d'],
      [['analyst', 0.5]],
      { ...phase('launch'), fixed_cost: 40_000 },
    ],
    [
      '10',
      { ru: 'Сервер и лицензии', en: 'Server and licences' },
      [2, 3, 10],
      ['3'],
      [],
      { ...phase('launch'), fixed_cost: 320_000 },
    ],
    [
      '11',
      { ru: 'Запуск в работу', en: 'Going live' },
      [0, 0, 0],
      ['8', '9', '10'],
      [],
      { ...phase('launch'), must_finish_by: deadline },
    ],
  ];
};

const office = ['09:00-13:00', '14:00-18:00'];

const names = {
  plan: { ru: 'Пример: внедрение 1С:УТ', en: 'Example: introducing 1C trade management' },
  analyst: { ru: 'Аналитик', en: 'Analyst' },
  architect: { ru: 'Архитектор', en: 'Architect' },
  developer: { ru: 'Ведущий разработчик', en: 'Lead developer' },
  second: { ru: 'Разработчик', en: 'Developer' },
  risk: { ru: 'Магазин меняет формат обмена', en: 'The shop changes its exchange format' },
  licences: { ru: 'Лицензии дорожают', en: 'Licences become dearer' },
  fourDays: { ru: 'Четыре дня в неделю', en: 'Four days a week' },
} as const;

function daysAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** Where the example begins, so that a part of it is done: the Monday of the week before the last. */
export function exampleStart(now: Date): string {
  return daysAfter(localDay(now), -((now.getDay() + 6) % 7) - 7);
}

/** A plan with everything in it: phases, milestones, a deadline, what is done, people overloaded, a calendar, and risks. */
export function examplePlan(language: Language, start: string): PlanFile {
  const resource = (id: 'analyst' | 'architect' | 'developer' | 'second', rate: number) => ({
    id,
    name: names[id][language],
    capacity: 1,
    rate,
    ...(id === 'architect' ? { calendar: 'four_days' } : {}),
  });
  return {
    name: names.plan[language],
    start,
    currency: 'RUB',
    hours_per_day: 8,
    calendars: [
      {
        id: 'four_days',
        name: names.fourDays[language],
        week: [office, office, office, office, [], [], []].map((day) => [...day]),
      },
    ],
    resources: [
      resource('analyst', 2_400),
      resource('architect', 3_600),
      resource('developer', 3_000),
      resource('second', 2_200),
    ],
    tasks: rows(language, daysAfter(start, 39)).map(
      ([id, name, [optimistic, likely, pessimistic], predecessors, who, more = {}]) => ({
        id,
        name: name[language],
        duration: { optimistic, likely, pessimistic },
        unit: 'days',
        predecessors: [...predecessors],
        assignments: who.map(([person, units]) => ({ resource: person, units })),
        ...more,
      }),
    ),
    risks: [
      {
        id: 'r1',
        name: names.risk[language],
        probability: 0.3,
        impact: { optimistic: 2, likely: 4, pessimistic: 8 },
        unit: 'days',
        tasks: ['5'],
      },
      {
        id: 'r2',
        name: names.licences[language],
        probability: 0.2,
        impact: 0,
        unit: 'days',
        cost: { optimistic: 30_000, likely: 60_000, pessimistic: 150_000 },
        tasks: [],
      },
    ],
  };
}

/** A plan with nothing in it but a row to begin with. */
export function blankPlan(start: string): PlanFile {
  return {
    name: '',
    start,
    currency: 'RUB',
    hours_per_day: 8,
    tasks: [{ id: '1', name: '', duration: 1, unit: 'days' }],
  };
}

/** Today where the person is, as a day of a plan. */
export function localDay(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
