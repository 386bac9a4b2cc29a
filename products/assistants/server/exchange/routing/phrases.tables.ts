import type { Intent } from './intents/tables.ts';
import type { Need } from './slots.rules.ts';

interface Words {
  readonly ru: string;
  readonly en: string;
}

/** What an intent does, as the end of «я могу …» / “I can …”. */
export const abilities: Readonly<Partial<Record<Intent, Words>>> = {
  check_code: { ru: 'проверить код', en: 'check code' },
  explain_code: { ru: 'разобрать модуль по методам', en: 'explain a module method by method' },
  generate_tests: { ru: 'сделать тесты YAxUnit', en: 'make YAxUnit tests' },
  coverage_report: { ru: 'посчитать покрытие тестами', en: 'report test coverage' },
  check_query: { ru: 'проверить запрос', en: 'check a query' },
  optimize_query: { ru: 'ускорить запрос', en: 'speed a query up' },
  explain_query: { ru: 'объяснить запрос', en: 'explain a query' },
  analyze_requirements: { ru: 'проверить требования', en: 'check requirements' },
  suggest_objects: { ru: 'предложить объекты конфигурации', en: 'propose configuration objects' },
  draw_diagram: { ru: 'нарисовать схему', en: 'draw a diagram' },
  schedule_plan: {
    ru: 'построить план и найти критический путь',
    en: 'make a schedule and find its critical path',
  },
  simulate_plan: { ru: 'посчитать вероятность сроков', en: 'give dates with their probability' },
  forecast_throughput: { ru: 'дать прогноз по истории задач', en: 'forecast from finished work' },
  write_scenario: { ru: 'написать сценарий Vanessa', en: 'write a Vanessa scenario' },
  check_scenario: { ru: 'проверить сценарий', en: 'check a scenario' },
  find_metadata: {
    ru: 'найти объекты и реквизиты конфигурации',
    en: 'find objects and attributes of the configuration',
  },
  impact_of: { ru: 'показать, что затронет изменение', en: 'tell what a change touches' },
  check_names: { ru: 'проверить имена объектов', en: 'check names of objects' },
  find_in_code: { ru: 'найти место в коде', en: 'find a place in the code' },
  search_knowledge: { ru: 'найти ответ в базе знаний', en: 'find an answer in the knowledge base' },
};

export const missingWords: Readonly<Record<Need, Words>> = {
  code: {
    ru: 'вставьте текст модуля в сообщение (можно в блоке ```bsl) или приложите файл `.bsl`',
    en: 'paste the module into the message (in a ```bsl block if you like) or attach a `.bsl` file',
  },
  query: {
    ru: 'вставьте текст запроса (можно в блоке ```sdbl) или модуль, в котором он стоит',
    en: 'paste the query (in a ```sdbl block if you like) or the module it stands in',
  },
  document: {
    ru: 'вставьте текст требований или приложите файл: docx, pdf, md, txt',
    en: 'paste the requirements or attach a file: docx, pdf, md, txt',
  },
  table: {
    ru: 'приложите список задач: CSV с колонками «id;name;duration;predecessors» или план в JSON',
    en: 'attach the list of tasks: CSV with the columns “id;name;duration;predecessors”, or a plan as JSON',
  },
  scenario: {
    ru: 'вставьте сценарий (блок ```gherkin) или приложите файл `.feature`',
    en: 'paste the scenario (a ```gherkin block) or attach a `.feature` file',
  },
  coverage: {
    ru: 'приложите отчёт о покрытии: genericCoverage XML или lcov',
    en: 'attach a coverage report: genericCoverage XML or lcov',
  },
  project: {
    ru: 'выберите проект с выгрузкой вашей конфигурации: по нему видно, что в ней есть',
    en: 'choose a project with the export of your configuration: it shows what is there',
  },
  name: {
    ru: 'назовите объект, например «Справочник.Контрагенты.ИНН»',
    en: 'name the object, for example “Catalog.Counterparties.TIN”',
  },
};

export const phrases = {
  offline: {
    ru: '*Языковая модель не подключена: ответ собран из результатов инструментов.*',
    en: '*No language model is configured: the answer is put together from the results of tools.*',
  },
  failedModel: {
    ru: '*Языковая модель сейчас недоступна: ответ собран из результатов инструментов.*',
    en: '*The language model is unavailable at the moment: the answer is put together from the results of tools.*',
  },
  understood: { ru: 'Похоже, вы хотите', en: 'It seems you want me to' },
  forThat: { ru: 'Для этого', en: 'For that' },
  examples: { ru: 'Например, спросите:', en: 'For example, ask:' },
  canDo: { ru: 'Вот что я умею', en: 'This is what I can do' },
  notSure: {
    ru: 'Не удалось понять, каким инструментом ответить.',
    en: 'I could not tell which of my tools answers this.',
  },
  otherRole: { ru: 'Это умеет', en: 'This is done by' },
  noneCan: {
    ru: 'Ни у одного помощника вашей компании нет такого инструмента.',
    en: 'No assistant of your company has such a tool.',
  },
  sources: { ru: 'Источники', en: 'Sources' },
  page: { ru: 'с.', en: 'p.' },
  lines: { ru: 'строки', en: 'lines' },
  failedTool: { ru: 'не справился', en: 'failed' },
  remembered: {
    ru: 'Вот что я помню из прежних разговоров:',
    en: 'This is what I remember from earlier conversations:',
  },
  nothingRemembered: {
    ru: 'В прежних разговорах я ничего об этом не нашёл.',
    en: 'I found nothing about this in earlier conversations.',
  },
  nothingFound: {
    ru: 'В базе знаний и прежних разговорах ничего не нашлось.',
    en: 'Nothing was found in the knowledge base or in earlier conversations.',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** Questions that go on from an intent, with the intent each needs. */
export const followUps: Readonly<
  Partial<Record<Intent, readonly (readonly [next: Intent, words: Words])[]>>
> = {
  check_code: [
    ['explain_code', { ru: 'Объясни, что делает этот модуль', en: 'Explain what this module does' }],
    [
      'generate_tests',
      { ru: 'Сделай тесты YAxUnit для этого модуля', en: 'Make YAxUnit tests for this module' },
    ],
    ['optimize_query', { ru: 'Ускорь запросы этого модуля', en: 'Speed up the queries of this module' }],
  ],
  explain_code: [
    ['check_code', { ru: 'Проверь этот код', en: 'Check this code' }],
    [
      'generate_tests',
      { ru: 'Сделай тесты YAxUnit для этого модуля', en: 'Make YAxUnit tests for this module' },
    ],
  ],
  generate_tests: [
    ['check_code', { ru: 'Проверь этот код', en: 'Check this code' }],
    [
      'coverage_report',
      { ru: 'Что в модуле не покрыто тестами?', en: 'What does the module leave uncovered?' },
    ],
    ['write_scenario', { ru: 'Напиши сценарий Vanessa для этого', en: 'Write a Vanessa scenario for this' }],
  ],
  check_query: [
    ['optimize_query', { ru: 'Ускорь этот запрос', en: 'Speed up this query' }],
    ['explain_query', { ru: 'Объясни этот запрос', en: 'Explain this query' }],
  ],
  optimize_query: [
    ['explain_query', { ru: 'Объясни этот запрос', en: 'Explain this query' }],
    ['check_query', { ru: 'Проверь этот запрос', en: 'Check this query' }],
  ],
  explain_query: [
    ['optimize_query', { ru: 'Ускорь этот запрос', en: 'Speed up this query' }],
    ['check_query', { ru: 'Проверь этот запрос', en: 'Check this query' }],
  ],
  analyze_requirements: [
    [
      'suggest_objects',
      {
        ru: 'Предложи объекты конфигурации по этим требованиям',
        en: 'Propose configuration objects for these requirements',
      },
    ],
    [
      'draw_diagram',
      { ru: 'Нарисуй схему процесса по этим требованиям', en: 'Draw the process of these requirements' },
    ],
    [
      'write_scenario',
      { ru: 'Напиши сценарий проверки по этим требованиям', en: 'Write a scenario for these requirements' },
    ],
  ],
  suggest_objects: [
    [
      'analyze_requirements',
      { ru: 'Проверь качество этих требований', en: 'Check the quality of these requirements' },
    ],
    ['draw_diagram', { ru: 'Нарисуй ER-модель этих объектов', en: 'Draw the ER model of these objects' }],
  ],
  draw_diagram: [
    [
      'suggest_objects',
      {
        ru: 'Какие объекты конфигурации понадобятся для этого?',
        en: 'Which configuration objects does this need?',
      },
    ],
    [
      'analyze_requirements',
      { ru: 'Проверь требования в этом описании', en: 'Check the requirements in this description' },
    ],
  ],
  schedule_plan: [
    [
      'simulate_plan',
      {
        ru: 'Когда мы закончим с вероятностью 80 %?',
        en: 'When shall we finish with a probability of 80 %?',
      },
    ],
    ['schedule_plan', { ru: 'Кто в команде перегружен?', en: 'Who of the team is overloaded?' }],
  ],
  simulate_plan: [
    ['schedule_plan', { ru: 'Найди критический путь', en: 'Find the critical path' }],
    ['schedule_plan', { ru: 'Кто в команде перегружен?', en: 'Who of the team is overloaded?' }],
  ],
  write_scenario: [['check_scenario', { ru: 'Проверь этот сценарий', en: 'Check this scenario' }]],
  find_metadata: [
    [
      'impact_of',
      { ru: 'Что затронет изменение этого объекта?', en: 'What does a change of this object touch?' },
    ],
  ],
};
