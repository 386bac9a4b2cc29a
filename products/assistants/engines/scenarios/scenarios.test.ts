import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isKnownStep,
  lintFeature,
  nearestStep,
  scenarioFromText,
  writeFeature,
  writeVanessaParameters,
} from './index.ts';

function parse(text: string): NonNullable<ReturnType<Parser<unknown>['parse']>> {
  let count = 0;
  return new Parser(new AstBuilder(() => String(count++)), new GherkinClassicTokenMatcher()).parse(text);
}

const stepsFor = (text: string): readonly string[] =>
  scenarioFromText(text, 'Проверка').feature.scenarios[0]?.steps.map(
    ({ keyword, text: step }) => `${keyword} ${step}`,
  ) ?? [];

describe('scenarios out of words', () => {
  it.each([
    [
      'Пользователь открывает список документа Заказ',
      'Когда Я открываю основную форму списка документа "Заказ"',
    ],
    [
      'Открывает справочник "Номенклатура"',
      'Когда Я открываю основную форму списка справочника "Номенклатура"',
    ],
    ['В разделе «Продажи» выбирает «Заказы»', 'Когда В командном интерфейсе я выбираю "Продажи" "Заказы"'],
    ['Создаёт новый документ', "Когда я нажимаю на кнопку с именем 'ФормаСоздать'"],
    ['В поле «Контрагент» вводит «Ромашка»', 'Когда в поле "Контрагент" я ввожу текст "Ромашка"'],
    ['Вводит «10» в поле «Количество»', 'Когда в поле "Количество" я ввожу текст "10"'],
    ['Указывает поле «Склад» значение «Основной»', 'Когда в поле "Склад" я ввожу текст "Основной"'],
    [
      'В поле «Вид» выбирает «Розница»',
      'Когда из выпадающего списка "Вид" я выбираю точное значение "Розница"',
    ],
    [
      'Из списка «Вид» выбирает «Розница»',
      'Когда из выпадающего списка "Вид" я выбираю точное значение "Розница"',
    ],
    ['В таблице «Товары» нажимает «Добавить»', 'Когда в таблице "Товары" я нажимаю на кнопку "Добавить"'],
    [
      'В таблице «Товары» в поле «Цена» вводит «5»',
      'Когда в таблице "Товары" в поле "Цена" я ввожу текст "5"',
    ],
    ['Ставит флажок «Доставка»', 'Когда я устанавливаю флаг "Доставка"'],
    ['Снимает флаг «Доставка»', 'Когда я снимаю флаг "Доставка"'],
    ['Переходит на вкладку «Товары»', 'Когда я перехожу к закладке "Товары"'],
    ['Нажимает кнопку «Рассчитать»', 'Когда я нажимаю на кнопку "Рассчитать"'],
    ['Проводит документ', "Когда я нажимаю на кнопку с именем 'ФормаПровести'"],
    ['Проводит и закрывает', "Когда я нажимаю на кнопку с именем 'ФормаПровестиИЗакрыть'"],
    ['Сохраняет изменения', "Когда я нажимаю на кнопку с именем 'ФормаЗаписать'"],
    ['Закрывает окно', 'Когда я закрываю текущее окно'],
    ['Ждёт 5 секунд', 'Когда Пауза 5'],
    [
      'Видит сообщение «Не хватает товара»',
      'Тогда я жду, что в сообщениях пользователю будет подстрока "Не хватает товара" в течение 30 секунд',
    ],
    ['Появилось окно «Заказ»', 'Тогда открылось окно "Заказ"'],
    ['Поле «Сумма» равно «100»', 'Тогда элемент формы "Сумма" стал равен "100"'],
  ])('%s', (sentence, step) => {
    expect(stepsFor(sentence)).toEqual([step]);
    expect(isKnownStep(step), step).toBe(true);
  });

  it('take a whole story apart, and parse strictly', () => {
    const text =
      'Пользователь открывает список документа Заказ, создаёт новый документ. В поле «Контрагент» вводит «Ромашка, ООО» и нажимает кнопку «Подобрать». Затем проводит документ и видит сообщение «Проведён». Склад ликует.';
    const { feature, open } = scenarioFromText(text, 'Заказ');
    expect(feature.scenarios[0]?.steps.map(({ keyword }) => keyword)).toEqual([
      'Когда',
      'И',
      'И',
      'И',
      'И',
      'Тогда',
      'Когда',
    ]);
    expect(open).toEqual(['Склад ликует']);
    const written = writeFeature(feature);
    expect(parse(written).feature?.children).toHaveLength(2);
    const report = lintFeature(written);
    expect(report).toMatchObject({ isStrict: true, steps: 8, knownSteps: 7 });
    expect(report.findings.map(({ key }) => key)).toEqual(['unknown-step']);
  });

  it('never break the language of the file, whatever the words are', () => {
    const words = fc.string({
      unit: fc.constantFrom('а', ' ', '\n', '|', '"', '\\', '#', '@', ':', '*', '<', '>', "'", '`'),
    });
    fc.assert(
      fc.property(
        words,
        words,
        fc.array(fc.tuple(words, words), { minLength: 1, maxLength: 3 }),
        (title, step, rows) => {
          const text = writeFeature({
            title,
            description: step,
            tags: [title],
            scenarios: [
              {
                title: step,
                tags: [step],
                steps: [{ keyword: 'Дано', text: step, rows }],
                examples: [['x'], ...rows.map(([cell]) => [cell])],
              },
            ],
          });
          const [child] = parse(text).feature?.children ?? [];
          expect(child?.scenario?.steps[0]?.dataTable?.rows).toHaveLength(rows.length);
        },
      ),
    );
  });

  it('of any text come to an end', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        parse(writeFeature(scenarioFromText(text, 'х').feature));
      }),
    );
    expect(stepsFor(`${'нажимает '.repeat(20_000)}`).length).toBeGreaterThan(0);
  });
});

const vanessa = `# language: ru
// пояснение
Функционал: Проверка
Сценарий: Первый
	* Свободная строка
	Когда я нажимаю на кнопку "Найти"
	Если появилось окно с заголовком "Ошибка" Тогда
		И я закрываю текущее окно
	Иначе
		И я запоминаю заголовок формы в переменную "Имя"
	И Первый
	И я делаю невозможное
Сценарий: Первый
`;

describe('checking', () => {
  it('knows the extensions of Vanessa and tells what strict Gherkin does not', () => {
    const { findings, isStrict, steps, knownSteps } = lintFeature(vanessa);
    expect(isStrict).toBe(false);
    expect([steps, knownSteps]).toEqual([5, 4]);
    expect(findings.map(({ key, line }) => `${line} ${key}`)).toEqual([
      '2 strict',
      '9 strict',
      '10 unused-variable',
      '12 unknown-step',
      '13 duplicate-scenario',
      '13 empty-scenario',
    ]);
  });

  it('offers the nearest step', () => {
    expect(nearestStep('И в поле "А" я ввожу строку "Б"')).toContain('я ввожу текст');
    expect(nearestStep('Солнце светит ярко')).toBeUndefined();
    expect(
      lintFeature('# language: ru\nФункционал: А\nСценарий: Б\n Дано мой шаг', ['мой шаг']).knownSteps,
    ).toBe(1);
  });

  it('refuses what is no scenario', () => {
    expect(lintFeature('а'.repeat(2_000_001)).findings[0]?.key).toBe('too-large');
    expect(lintFeature('\u0000\u0001').isStrict).toBe(false);
    expect(lintFeature('').findings).toEqual([]);
  });
});

it('the settings of a run', () => {
  const text = writeVanessaParameters({
    featurePath: 'features',
    projectPath: '.',
    filterTags: ['smoke'],
    ignoreTags: [],
    stopOnError: true,
    junitPath: 'out',
  });
  expect(JSON.parse(text)).toMatchObject({
    featurepath: 'features',
    filtertags: ['smoke'],
    gherkinlanguage: 'ru',
  });
});
