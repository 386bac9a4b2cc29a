// Mutates code and queries for a while and lets the engines of the assistants read them: nothing may throw, hang or lose text.
// Usage: node tools/fuzz.ts [seconds] [seed]
import { parseModule, rangeOf } from '#products/assistants/engines/bsl';
import { allRules, diagnoseTree } from '#products/assistants/engines/diagnostics';
import { formatQuery, parseQuery } from '#products/assistants/engines/query';
import { generateTests } from '#products/assistants/engines/test-generation';
import { sampleModule } from '../products/assistants/engines/bsl/sample.fixture.ts';
import { discounts } from '../products/assistants/engines/test-generation/discounts.fixture.ts';

const seconds = Number(process.argv[2] ?? 60);
const seed = Number(process.argv[3] ?? Date.now() % 1_000_000_007);
/** A text of a few kilobytes that takes longer is a hang, even on a busy machine. */
const longestMs = 20_000;

let state = seed >>> 0 || 1;
/** xorshift32 */
function random(below: number): number {
  state ^= state << 13;
  state >>>= 0;
  state ^= state >>> 17;
  state ^= state << 5;
  state >>>= 0;
  return state % below;
}

const pieces = [
  '"',
  "'",
  '(',
  ')',
  '[',
  ']',
  '{',
  '}',
  '|',
  '#',
  '&',
  '~',
  ';',
  '.',
  ',',
  '\r\n',
  '//',
  '\u0000',
  '😀',
  'Если ',
  'КонецЕсли',
  'Процедура ',
  'ВЫБРАТЬ ',
  'ОБЪЕДИНИТЬ ',
  '#Удаление\n',
  'Асинх ',
  '1e9',
  '\uFEFF',
  'ё',
];

function mutate(source: string): string {
  let text = source;
  for (let round = 1 + random(6); round > 0; round -= 1) {
    const at = random(text.length + 1);
    const length = random(40);
    switch (random(5)) {
      case 0:
        text = text.slice(0, at) + text.slice(at + length);
        break;
      case 1:
        text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '') + text.slice(at);
        break;
      case 2: {
        const from = random(text.length + 1);
        text = text.slice(0, at) + text.slice(from, from + length) + text.slice(at);
        break;
      }
      case 3:
        text = text.slice(0, at) + (pieces[random(pieces.length)] ?? '').repeat(random(200)) + text.slice(at);
        break;
      default:
        text = text.slice(0, at);
    }
  }
  return text.slice(0, 20_000);
}

const rules = allRules.map((rule) => ({ rule, parameters: {} }));

/** Throws with what is wrong. */
function read(text: string): void {
  const tree = parseModule(text);
  if (tree.tokens.end(tree.tokens.count - 1) !== text.length)
    throw new Error('The tokens do not reach the end.');
  const { findings, faults } = diagnoseTree(tree, { rules, path: 'Module.bsl', moduleType: 'UNKNOWN' });
  if (faults[0] !== undefined) throw new Error(`Rule ${faults[0].key}: ${faults[0].reason}`);
  const { end } = rangeOf(tree, { start: 0, end: text.length });
  for (const { key, range } of findings) {
    const isOrdered =
      range.start.line < range.end.line ||
      (range.start.line === range.end.line && range.start.character <= range.end.character);
    if (!isOrdered || range.end.line > end.line)
      throw new Error(`Rule ${key} names a place that is not there.`);
  }
  const tests = generateTests(tree, { name: 'М' });
  if (tests.text !== '' && parseModule(tests.text).errors.length > 0)
    throw new Error('The generated tests are no code.');
  formatQuery(parseQuery(text));
}

const query = `ВЫБРАТЬ РАЗРЕШЕННЫЕ ПЕРВЫЕ 10 Т.Ссылка КАК Ссылка, СУММА(ВЫБОР КОГДА Т.Цена > 1 ТОГДА 1 ИНАЧЕ 0 КОНЕЦ) КАК Сумма
ПОМЕСТИТЬ ВТ ИЗ Справочник.Товары КАК Т ЛЕВОЕ СОЕДИНЕНИЕ РегистрНакопления.Остатки.Остатки(&Дата, Склад В (&Склады)) КАК О
ПО Т.Ссылка = О.Товар И (О.А ИЛИ О.Б ПОДОБНО "%а") ГДЕ Т.Имя ЕСТЬ НЕ NULL СГРУППИРОВАТЬ ПО Т.Ссылка ИМЕЮЩИЕ СУММА(1) > 2
ОБЪЕДИНИТЬ ВСЕ ВЫБРАТЬ 1, ЗНАЧЕНИЕ(Перечисление.А.Б) УПОРЯДОЧИТЬ ПО Ссылка УБЫВ ИТОГИ СУММА(Сумма) ПО ОБЩИЕ;
УНИЧТОЖИТЬ ВТ`;
const sources = [
  sampleModule,
  discounts,
  query,
  `Запрос.Текст = "${query.replaceAll('"', '""').replaceAll('\n', '\n|')}";`,
];
const endsAt = performance.now() + seconds * 1_000;
let count = 0;
for (; performance.now() < endsAt; count += 1) {
  const text = mutate(sources[random(sources.length)] ?? '');
  const startedAt = performance.now();
  try {
    read(text);
    if (performance.now() - startedAt > longestMs)
      throw new Error(`It took ${Math.round(performance.now() - startedAt)} ms.`);
  } catch (error) {
    process.stderr.write(
      `seed ${seed}, text ${count}: ${error instanceof Error ? error.stack : String(error)}\n`,
    );
    process.stderr.write(`${JSON.stringify(text)}\n`);
    process.exit(1);
  }
}
process.stdout.write(`${count} mutated texts in ${seconds} s, seed ${seed}: sound\n`);
