import { describe, expect, it } from 'vitest';
import { fillPrompt, readPrompts, variablesOf } from './prompt.rules.ts';

const now = new Date(2026, 10, 21);

describe('variables of a prompt', () => {
  it('are found once each, dates aside', () => {
    expect(
      variablesOf('Сравни {{документ}} и {{ регистр }} на {{дата}}: {{документ}}, {{}}, {один}'),
    ).toEqual(['документ', 'регистр']);
  });

  it('are filled; what has no value stays', () => {
    expect(fillPrompt('{{а}} {{б}} {{date}} {{constructor}}', { а: '$& {{б}}' }, now)).toBe(
      '$& {{б}} {{б}} 2026-11-21 {{constructor}}',
    );
  });
});

it('what was kept is read entry by entry', () => {
  const sound = { id: '1', title: 'Обзор', text: 'Проверь {{модуль}}' };
  expect(
    readPrompts([sound, null, 7, { ...sound, text: ' ' }, { ...sound, title: 'х'.repeat(121) }]),
  ).toEqual([sound]);
  expect(readPrompts({ 0: sound })).toEqual([]);
});
