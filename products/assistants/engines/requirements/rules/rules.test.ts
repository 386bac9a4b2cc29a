import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseRequirements, type RuleKey, rules } from '../index.ts';

const one = (text: string) => analyseRequirements(text, { keepTogether: true }).requirements[0];
const found = (text: string): readonly (readonly [RuleKey, string])[] =>
  (one(text)?.findings ?? []).map((finding) => [finding.key, finding.words]);

describe('findings point at the words', () => {
  it.each<[string, readonly (readonly [RuleKey, string])[]]>([
    [
      'Система должна быстро открывать список.',
      [
        ['unverifiable', 'Система должна быстро открывать список.'],
        ['vague-term', 'быстро'],
      ],
    ],
    ['Система должна по возможности заполнять адрес.', [['escape-clause', 'по возможности']]],
    ['Система должна печатать счета, акты и т. д.', [['open-ended', 'и т. д']]],
    ['Система должна печатать счета и/или акты.', [['and-or', 'и/или']]],
    ['Система должна принимать приход/расход.', [['oblique', 'приход/расход']]],
    ['Скорость обмена должна быть не менее 10 Мбит/с.', []],
    ['Система должна печатать счёт и отправлять письмо.', [['compound', 'отправлять']]],
    ['Система должна показывать «Все заказы» в списке.', []],
    [
      'Система должна уведомлять менеджера (в рабочее время) о заказе.',
      [['parentheses', '(в рабочее время)']],
    ],
    ['Система должна передавать данные в КИСУП.', [['undefined-acronym', 'КИСУП']]],
    ['Система должна сразу печатать чек.', [['vague-time', 'сразу']]],
    [
      'Реализовать печать ценников.',
      [
        ['missing-actor', 'Реализовать'],
        ['no-obligation', 'Реализовать'],
      ],
    ],
    ['Должен быть создан отчёт по браку.', [['passive-no-actor', 'быть создан']]],
    ['Отчёт должен быть создан системой за 5 секунд.', []],
    ['Система должна напоминать за 15.', [['number-without-unit', '15']]],
    ['Система должна вести учёт с 08:00 до 20:00.', []],
    ['The system shall show some items.', [['vague-term', 'some']]],
    ['The system shall not delete posted documents.', [['negation', 'shall not']]],
  ])('%s', (text, expected) => {
    const byPlace = (list: readonly (readonly [string, string])[]) =>
      [...list].map((pair) => pair.join('|')).sort();
    expect(byPlace(found(text))).toEqual(byPlace(expected));
  });

  it('a defined acronym is none', () => {
    const text =
      'Система складского учёта (далее — КИСУП) внедряется.\n\nСистема должна передавать данные в КИСУП.';
    expect(
      analyseRequirements(text).requirements.flatMap((requirement) =>
        requirement.findings.map((finding) => finding.key),
      ),
    ).toEqual([]);
  });
});

describe('every rule', () => {
  it.each(Object.entries(rules))('%s is told in both languages with a hint', (_, rule) => {
    for (const text of [rule.ru, rule.hintRu]) expect(text).toMatch(/[а-яё]{3}/i);
    for (const text of [rule.en, rule.hintEn]) expect(text).toMatch(/[a-z]{2}/i);
    expect(rule.weight).toBeGreaterThan(0);
  });

  it('ranges lie in the text and scores fall with findings', () => {
    const word = fc.constantFrom(
      'Система',
      'должна',
      'быстро',
      'и/или',
      'печатать',
      'все',
      '(так',
      'далее)',
      '5',
      'секунд',
      'т.',
      'д.',
      '«имя»',
      'не',
      'may',
      'shall',
      ',',
      '.',
      ':',
      '\n',
      'АБВГД',
      '1С',
      '%',
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (words) => {
        const text = words.join(' ');
        for (const requirement of analyseRequirements(text).requirements) {
          expect(requirement.score).toBeGreaterThanOrEqual(0);
          expect(requirement.score === 100).toBe(requirement.findings.length === 0);
          for (const finding of requirement.findings) {
            expect(requirement.text.slice(finding.start, finding.end)).toBe(finding.words);
            expect(finding.end).toBeGreaterThan(finding.start);
          }
        }
      }),
    );
  });
});
