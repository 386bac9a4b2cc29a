import { expect, it } from 'vitest';
import { messages as english } from './en.ts';
import { messages as russian } from './ru.ts';

function flat(tree: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

it('the texts leave the same holes in both languages', () => {
  const ru = flat(russian);
  for (const [key, text] of flat(english))
    expect([key, holes(ru.get(key) ?? '')]).toEqual([key, holes(text)]);
});

it('Russian texts are Russian', () => {
  const isForeign = (text: string): boolean => /[a-z]/i.test(text) && !/[а-яё]/i.test(text);
  expect([...flat(russian)].filter(([, text]) => isForeign(text.replace(/\{\{\w+\}\}/g, '')))).toEqual([]);
});
