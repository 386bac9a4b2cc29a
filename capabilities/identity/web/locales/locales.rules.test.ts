import { describe, expect, it } from 'vitest';
import { permissions } from '#platform/contract';
import { messages as accountEn } from './account.en.ts';
import { messages as accountRu } from './account.ru.ts';
import { messages as administrationEn } from './administration.en.ts';
import { messages as administrationRu } from './administration.ru.ts';
import { messages as identityEn } from './identity.en.ts';
import { messages as identityRu } from './identity.ru.ts';

function flat(tree: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe.each([
  ['identity', identityEn, identityRu],
  ['account', accountEn, accountRu],
  ['administration', administrationEn, administrationRu],
])('the texts of %s', (_name, english, russian) => {
  it('leave the same holes in both languages', () => {
    const ru = flat(russian);
    for (const [key, text] of flat(english)) {
      expect([key, holes(ru.get(key) ?? '')]).toEqual([key, holes(text)]);
    }
  });

  it('are Russian in Russian', () => {
    const latinOnly = (text: string): boolean => /[a-z]/i.test(text) && !/[а-яё]/i.test(text);
    const foreign = [...flat(russian)].filter(([, text]) => latinOnly(text.replace(/\{\{\w+\}\}/g, '')));
    expect(foreign).toEqual([]);
  });
});

it('every permission has a name', () => {
  expect(Object.keys(administrationEn.permission).sort()).toEqual([...permissions].sort());
});
