import { describe, expect, it } from 'vitest';
import { messages as english } from './files.en.ts';
import { messages as russian } from './files.ru.ts';

function flat(tree: object, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${prefix}${key}`, value]] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

const holes = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').sort();

describe('the texts of files', () => {
  it('leave the same holes in both languages and are Russian in Russian', () => {
    const ru = flat(russian);
    for (const [key, text] of flat(english))
      expect([key, holes(ru.get(key) ?? '')]).toEqual([key, holes(text)]);
    for (const text of ru.values()) expect(text).toMatch(/[а-яё]/i);
  });
});
