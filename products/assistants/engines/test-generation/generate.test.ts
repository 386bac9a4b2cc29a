import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseModule, symbolsOf } from '#products/assistants/engines/bsl';
import { coverableLines } from '#products/assistants/engines/coverage';
import { discounts } from './discounts.fixture.ts';
import { generateTests, literalOf, writeRunConfiguration } from './index.ts';
import { evaluate } from './run/expression.ts';
import { newState, runMethod } from './run/run.ts';
import { isKnown, numberOf, stringOf, type Value } from './run/value.ts';

function resultOf(expression: string): Value {
  const tree = parseModule(`А = ${expression};`);
  const [item] = tree.module.items;
  if (item?.kind !== 'assignment' || tree.errors.length > 0) throw new Error(expression);
  return evaluate(newState(tree), new Map(), item.value);
}

describe('code run in thought', () => {
  it.each([
    ['1 + 2 * 3 - 4 / 2', '5'],
    ['0.1 + 0.2', '0.3'],
    ['7 % 3', '1'],
    ['"а" + "б" + 1', '"аб1"'],
    ['Не (1 > 2 И 2 > 1) Или Ложь', 'Истина'],
    ['?(1 = 1, "да", "нет")', '"да"'],
    ['"1" = 1', 'Ложь'],
    ["'20240131' + 86400", "'20240201'"],
    ["Год('20240131') * 100 + Месяц('20240131')", '202401'],
    ['СтрДлина(СокрЛП(" аб "))', '2'],
    ['Сред("абвгд", 2, 3) + Лев("х", 5) + Прав("эюя", 2)', '"бвгхюя"'],
    ['СтрЗаменить("а.б.в", ".", "")', '"абв"'],
    ['СтрНайти("абв", "в")', '3'],
    ['СтрШаблон("%1 из %2", 1, "двух")', '"1 из двух"'],
    ['Окр(2.5) + Окр(-2.45, 1) + Цел(-1.9)', '-0.5'],
    ['Макс(1, 3, 2) - Мин(1, 3, 2)', '2'],
    ['Число("1 234,5")', '1234.5'],
    ['ЗначениеЗаполнено(0) Или ЗначениеЗаполнено("")', 'Ложь'],
    ['ТипЗнч("а") = Тип("String")', 'Истина'],
    ['Новый Структура("А, Б", 1, "2").Б', '"2"'],
    ['"кавычка """ + """"', '"кавычка """""'],
  ])('%s is %s', (expression, literal) => {
    expect(literalOf(resultOf(expression))).toBe(literal);
  });

  it.each(['ТекущаяДата()', '1 / 0', 'Константы.Х.Получить()', 'Строка(12345)', '"а" * 2', 'Новый Запрос'])(
    '%s is not known',
    (expression) => {
      expect(isKnown(resultOf(expression))).toBe(false);
    },
  );

  it('ends on endless code and deep recursion', () => {
    for (const body of ['Пока Истина Цикл А = 1; КонецЦикла;', 'Возврат Ф();', 'Перейти ~А;']) {
      const tree = parseModule(`Функция Ф() Экспорт ${body} КонецФункции`);
      const [method] = symbolsOf(tree).methods;
      expect(method && runMethod(tree, method, [])[0]?.outcome.kind).toBe('lost');
    }
  });

  it('literals come back as they went', () => {
    const values = fc.oneof(
      fc.integer({ min: -1e9, max: 1e9 }).map((number) => numberOf(number / 100)),
      fc.string({ unit: fc.constantFrom('а', '"', ' ', '%', '|', '/') }).map(stringOf),
    );
    fc.assert(
      fc.property(values, (value) => {
        expect(resultOf(literalOf(value) ?? '')).toEqual(value);
      }),
    );
  });
});

describe('generated tests', () => {
  const tree = parseModule(discounts);
  const made = generateTests(tree, { name: 'Скидки' });
  const methodNamed = (name: string) => made.methods.find(({ method }) => method.name === name);

  it('are a sound module that registers every one of its procedures', () => {
    const test = parseModule(made.text);
    expect(test.errors).toEqual([]);
    const registered = [...made.text.matchAll(/\.Добавить[^(]*Тест\("([^"]+)"/g)].map(([, name]) => name);
    const written = symbolsOf(test)
      .methods.map(({ name }) => name)
      .filter((name) => name !== 'ИсполняемыеСценарии');
    expect(registered.toSorted()).toEqual(written.toSorted());
    expect(new Set(written).size).toBe(written.length);
    expect(made.moduleName).toBe('ОМ_Скидки');
  });

  it('reach every line of methods whose way the arguments decide', () => {
    const lines = new Set(made.lines);
    const { node } = symbolsOf(tree).methodsByKey.get('процент') ?? {};
    if (node === undefined) throw new Error('no method');
    const [first, last] = [node.body.first, node.endKeyword].map(
      (token) => tree.lines.lineAt(tree.tokens.start(token)) + 1,
    );
    const inside = coverableLines(tree).filter((line) => line >= (first ?? 0) && line < (last ?? 0));
    const closing = inside.filter((line) => discounts.split('\n')[line - 1]?.includes('КонецЕсли'));
    expect(inside.filter((line) => !lines.has(line))).toEqual(closing);
  });

  it('stand on both sides of each boundary and on it', () => {
    const sums = methodNamed('Процент')?.cases.map(({ args }) =>
      args[0]?.kind === 'number' ? args[0].number : undefined,
    );
    const beside = (boundary: number): boolean[] =>
      [-1, 0, 1].map(
        (side) => sums?.some((sum) => sum !== undefined && Math.sign(sum - boundary) === side) ?? false,
      );
    for (const boundary of [0, 1000, 5000]) expect(beside(boundary)).toEqual([true, true, true]);
  });

  it('expect what the code itself gives for the same arguments', () => {
    for (const { method, cases } of made.methods) {
      for (const test of cases.filter(({ isDecided }) => isDecided)) {
        const [again] = runMethod(tree, method, test.args);
        expect(again?.outcome).toEqual(test.outcome);
      }
    }
    expect(made.text).toContain('ВыбрасываетИсключение("Сумма меньше нуля")');
    expect(made.text).toContain('.Свойство("Длина").Равно(5)');
  });

  it('never invent what cannot be computed', () => {
    const stored = methodNamed('Сохранить');
    expect(stored?.cases.every(({ isDecided }) => !isDecided)).toBe(true);
    expect(stored?.openParameters).toEqual(['Ссылка']);
    const procedure = made.text.slice(made.text.indexOf('Процедура Сохранить_'));
    expect(procedure).toContain('// ЗНАЧЕНИЕ');
    expect(procedure).toContain('// ОЖИДАНИЕ');
  });

  it('run in a transaction where the database is written, on the client where the method is', () => {
    const row = (name: string): string =>
      made.text.split('\n').find((line) => line.includes(`Тест("${name}_`)) ?? '';
    expect(row('Сохранить')).toContain('.ВТранзакции()');
    expect(row('Процент')).not.toContain('.ВТранзакции()');
    expect(row('НаКлиенте')).toContain('ДобавитьКлиентскийТест');
  });

  it('tell what they leave out', () => {
    expect(made.leftOut).toEqual([{ name: 'Забытая', reason: 'unreachable' }]);
    expect(generateTests(parseModule('А = 1;'), { name: 'Х' }).text).toBe('');
  });

  it('speak English when asked, and call modules of objects', () => {
    const english = generateTests(tree, {
      name: 'Заказ',
      kind: 'object',
      collection: 'Документы',
      language: 'en',
    });
    expect(english.moduleName).toBe('МО_Заказ');
    expect(english.text).toContain('Документы.Заказ.СоздатьДокумент().Процент(');
    expect(english.text).toContain('// EXPECTATION');
  });

  it('do not follow what only looks like a function of the platform', () => {
    const code =
      'Функция Тип(А)\n\tПерейти ~Б;\nКонецФункции\nФункция В(Г) Экспорт\n\tЕсли ТипЗнч(Г) = Тип(Г) Тогда\n\tКонецЕсли;\nКонецФункции';
    expect(generateTests(parseModule(code), { name: 'Х' }).methods).toHaveLength(1);
  });

  it('come out of any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...discounts.split(/(?<=[\s;()])/)), { maxLength: 200 }),
        (parts) => {
          const source = parts.join('');
          const { text } = generateTests(parseModule(source), { name: 'Х' });
          if (text !== '') expect(parseModule(text).errors).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

it('the run file says what runs', () => {
  const file = writeRunConfiguration({
    extensions: ['Тесты'],
    modules: [],
    reportFormat: 'jUnit',
    reportPath: 'report.xml',
    exitCodePath: 'code.txt',
  });
  expect(JSON.parse(file)).toMatchObject({ filter: { extensions: ['Тесты'] }, closeAfterTests: true });
});
