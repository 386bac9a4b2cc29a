import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { queryTools } from './query.ts';
import { recordedInput } from './tool-input.fixture.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'query-tools-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (name: string, content: string) => {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
};
const run = async (verb: string, path: string, options: Record<string, string | boolean> = {}) => {
  const { input, output, warnings } = recordedInput([path], options);
  const tool = queryTools.find((one) => one.path === `query ${verb}`);
  return { code: await tool?.run(input), output: output(), warnings };
};

const module = `Процедура А()
	Запрос = Новый Запрос;
	Запрос.Текст = "ВЫБРАТЬ
		|	Т.А КАК А
		|ИЗ
		|	Справочник.В КАК Т
		|ГДЕ
		|	Т.Б = ""да"" ИЛИ Т.Б = ""нет"""; // конец
	Текст = "ВЫБРАТЬ А КАК А ИЗ Т ГДЕ А = 1 ИЛИ А = 2" + Условие;
КонецПроцедуры
`;

it('checks queries of a module in the places of the module', async () => {
  const path = await file('check.bsl', module);
  const { code, output } = await run('check', path);
  expect(code).toBe(1);
  expect(output).toContain(`${path}:8:5: 6 or-of-one-field [исправимо]`);
  const json = JSON.parse((await run('check', path, { format: 'json' })).output);
  expect(json.queries[0].findings[0].range.start).toEqual({ line: 7, character: 4 });
});

it('tells errors of a query file, and nothing of a good one', async () => {
  const broken = await run('check', await file('broken.sdbl', 'ВЫБРАТЬ\n\tА,\nИЗ Т'), { language: 'en' });
  expect(broken).toMatchObject({ code: 1 });
  expect(broken.output).toContain('broken.sdbl:3:1: error: Expected');
  expect(await run('check', await file('good.sdbl', 'ВЫБРАТЬ Т.А КАК А ИЗ Т КАК Т'))).toMatchObject({
    code: 0,
    output: '',
  });
});

it('applies safe rewrites to texts that are whole, and leaves the others', async () => {
  const path = await file('optimize.bsl', module);
  const shown = await run('optimize', path, { format: 'diff' });
  expect(shown.code).toBe(1);
  expect(shown.output).toContain('+		|	Т.Б В (""да"", ""нет"")"; // конец');
  expect(await readFile(path, 'utf8')).toBe(module);
  const applied = await run('optimize', path, { apply: true });
  expect(applied.code).toBe(1);
  expect(applied.warnings).toHaveLength(1);
  const after = await readFile(path, 'utf8');
  expect(after).toBe(module.replace('Т.Б = ""да"" ИЛИ Т.Б = ""нет""', 'Т.Б В (""да"", ""нет"")'));
  expect(JSON.parse((await run('optimize', path, { format: 'json' })).output).queries).toHaveLength(1);
});

it('takes no statement out where results of packages are numbered', async () => {
  const query =
    'ВЫБРАТЬ П.К КАК К ИЗ Справочник.В КАК Т ЛЕВОЕ СОЕДИНЕНИЕ (ВЫБРАТЬ А.К КАК К ИЗ Справочник.А КАК А) КАК П ПО П.К = Т.К';
  const one = await file('one.bsl', `Запрос = Новый Запрос("${query}");\nР = Запрос.Выполнить();`);
  expect((await run('optimize', one)).code).toBe(1);
  const many = await file('many.bsl', `Запрос = Новый Запрос("${query}");\nР = Запрос.ВыполнитьПакет();`);
  expect((await run('optimize', many)).code).toBe(0);
  const plain = await file('one.sdbl', query);
  expect((await run('optimize', plain, { apply: true })).code).toBe(0);
  expect(await readFile(plain, 'utf8')).toContain('ПОМЕСТИТЬ ВТ_П');
});

it('lays texts out and keeps the code around them', async () => {
  const path = await file('format.bsl', module);
  const { code, output } = await run('format', path);
  expect(code).toBe(0);
  expect(output).toContain('		|	Т.Б = ""да""\n		|	ИЛИ Т.Б = ""нет"""; // конец\n');
  await run('format', path, { apply: true });
  expect(await readFile(path, 'utf8')).toBe(output);
  expect((await run('format', await file('f.sdbl', 'выбрать 1 как а'))).output).toBe('ВЫБРАТЬ\n\t1 КАК а\n');
});

it('refuses what it cannot read', async () => {
  expect((await run('check', join(folder, 'none.bsl'))).code).toBe(2);
  expect((await run('check', await file('x.sdbl', '\0\0'))).code).toBe(2);
  expect((await run('optimize', await file('y.sdbl', 'ВЫБРАТЬ 1'), { format: 'xml' })).code).toBe(2);
});
