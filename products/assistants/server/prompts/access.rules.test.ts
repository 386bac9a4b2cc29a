import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkShareable, checkTakenBack, mayChange, titleLine, wordsOf } from './access.rules.ts';

const me = 'me';

describe('who may change a prompt', () => {
  it.each([
    ['viewer', false, me, true],
    ['viewer', true, me, false],
    ['member', true, me, true],
    ['member', true, 'other', false],
    ['member', true, null, false],
    ['admin', true, 'other', true],
    ['owner', true, null, true],
  ] as const)('%s, shared %s, by %s: %s', (role, shared, authorId, may) => {
    expect(mayChange({ userId: me, role }, { shared, authorId })).toBe(may);
  });

  it('shares with a company only, and takes back what is one’s own', () => {
    expect(() => checkShareable({ isPersonal: false })).not.toThrow();
    expect(() => checkShareable({ isPersonal: true })).toThrow('personal space');
    expect(() => checkTakenBack({ userId: me }, { authorId: me })).not.toThrow();
    expect(() => checkTakenBack({ userId: me }, { authorId: null })).toThrow('Somebody else');
  });
});

it('a title is one line', () => {
  expect(titleLine(' Обзор \n\t кода ')).toBe('Обзор кода');
});

it('words of a search are few, without space, each once', () => {
  expect(wordsOf('  код  запрос код ')).toEqual(['код', 'запрос']);
  fc.assert(
    fc.property(fc.string(), (search) => {
      const words = wordsOf(search);
      expect(words.length).toBeLessThanOrEqual(10);
      expect(new Set(words).size).toBe(words.length);
      expect(words.every((word) => word !== '' && !/\s/.test(word) && search.includes(word))).toBe(true);
    }),
  );
});
