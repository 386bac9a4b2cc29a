import { describe, expect, it } from 'vitest';
import { engineTasks } from '../../engines/tasks/index.ts';
import { createCheckDraft } from './check-draft.ts';
import { readNextBlock } from './next-block.rules.ts';

/** The task itself, in this thread. */
const check = createCheckDraft(async (name, input) => {
  const task = engineTasks[name] as (given: unknown, context: object) => never;
  return task(input, { emit: () => undefined });
});
const call = { owner: 'o', locale: 'ru' } as const;

describe('a draft', () => {
  it.each([
    ['bsl', 'А = ;', 'code', true],
    ['bsl', 'А = 1;\nСообщить(А);', 'code', false],
    ['1с', 'Если А Тогда', 'code', true],
    ['', 'Процедура А()\nКонецПроцедуры', 'code', false],
    ['sdbl', 'ВЫБРАТЬ Т.Ссылка ИЗ Справочник.Т КАК Т', 'query', false],
    ['sdbl', 'ВЫБРАТЬ ИЗ', 'query', true],
    ['', 'ВЫБРАТЬ Т.А ИЗ Т КАК Т ГДЕ', 'query', true],
  ] as const)('%s %j', async (label, code, kind, isFaulty) => {
    const checked = await check({ label, code }, call);
    expect(checked?.kind).toBe(kind);
    expect(checked?.faults.length === 0).toBe(!isFaulty);
  });

  it('of neither language is not looked at', async () => {
    expect(await check({ label: '', code: 'просто слова' }, call)).toBeUndefined();
    expect(await check({ label: 'python', code: 'print(1)' }, call)).toBeUndefined();
  });
});

describe('what a model proposes next', () => {
  it.each([
    ['{"title": " «Счёт» ", "questions": ["А?", "А?", "", 5, "Б?"]}', 'Счёт', ['А?', 'Б?']],
    ['no json', undefined, []],
    ['[]', undefined, []],
    ['null', undefined, []],
    ['{"title": 1, "questions": "x"}', undefined, []],
    [`{"title": "${'x'.repeat(200)}", "questions": ["${'y'.repeat(300)}"]}`, undefined, []],
  ])('%j', (content, title, questions) => {
    expect(readNextBlock(content)).toEqual({ title, questions });
  });
});
