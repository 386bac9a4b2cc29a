import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { scenarioTools } from './scenarios.ts';
import { recordedInput } from './tool-input.fixture.ts';

let folder: string;
const [write, check] = scenarioTools;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'scenarios-'));
  await writeFile(join(folder, 'story.txt'), 'Нажимает кнопку «Найти». Небо голубое.');
  await writeFile(join(folder, 'good.feature'), '# language: ru\nФункционал: А\nСценарий: Б\n  И Пауза 1\n');
  await writeFile(join(folder, 'bad.feature'), '# language: ru\nФункционал: А\nСценарий: Б\n  И пляшу\n');
  await writeFile(join(folder, 'binary.feature'), new Uint8Array([0, 1]));
  await writeFile(join(folder, 'empty.txt'), ' \n');
});

afterAll(() => rm(folder, { recursive: true, force: true }));

it('writes a scenario and tells what no step says', async () => {
  const { input, output, warnings } = recordedInput([join(folder, 'story.txt')]);
  expect(await write?.run(input)).toBe(0);
  expect(output()).toContain('Когда я нажимаю на кнопку "Найти"');
  expect(output()).toContain('Сценарий: story');
  expect(warnings).toEqual(['No step of the library says: Небо голубое']);
});

it.each([
  ['good.feature', 0, 1],
  ['bad.feature', 1, 0],
])('checks %s', async (file, code, known) => {
  const { input, output } = recordedInput([join(folder, file)], { format: 'json' });
  expect(await check?.run(input)).toBe(code);
  expect(JSON.parse(output()).files[0]).toMatchObject({ strict: true, known_steps: known });
});

it.each([
  [() => check, 'binary.feature'],
  [() => check, 'nowhere'],
  [() => write, 'empty.txt'],
  [() => write, 'nowhere.txt'],
])('bad input %#: %s', async (tool, file) => {
  const { input, warnings } = recordedInput([join(folder, file)]);
  expect(await tool()?.run(input)).toBe(2);
  expect(warnings.length).toBeGreaterThan(0);
});
