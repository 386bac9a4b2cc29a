import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { testGenerationTools } from './test-generation.ts';
import { recordedInput } from './tool-input.fixture.ts';

let folder: string;
const [generate] = testGenerationTools;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tests-generate-'));
  await mkdir(join(folder, 'CommonModules/Цены/Ext'), { recursive: true });
  await writeFile(
    join(folder, 'CommonModules/Цены/Ext/Module.bsl'),
    'Функция Цена(Число) Экспорт\n\tВозврат ?(Число > 1, 10, 20);\nКонецФункции',
  );
  await writeFile(join(folder, 'empty.bsl'), '// ничего');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const module = (): string => join(folder, 'CommonModules/Цены/Ext/Module.bsl');

it('names the module by its place and writes it into an extension', async () => {
  const { input, warnings } = recordedInput([module()], { output: join(folder, 'out') });
  expect(await generate?.run(input)).toBe(0);
  expect(warnings).toHaveLength(1);
  const text = await readFile(join(folder, 'out/CommonModules/ОМ_Цены/Ext/Module.bsl'), 'utf8');
  expect(text).toContain('.СПараметрами(2, 10)');
});

it('tells its plan as JSON', async () => {
  const { input, output } = recordedInput([module()], { format: 'json' });
  expect(await generate?.run(input)).toBe(0);
  expect(JSON.parse(output()).methods[0]).toMatchObject({ name: 'Цена', cases: [{ decided: true }, {}, {}] });
});

it.each([
  [() => join(folder, 'empty.bsl'), {}],
  [() => join(folder, 'nowhere.bsl'), {}],
  [module, { kind: 'other' }],
])('bad input %#', async (file, options) => {
  const { input, warnings } = recordedInput([file()], options);
  expect(await generate?.run(input)).toBe(2);
  expect(warnings).toHaveLength(1);
});
