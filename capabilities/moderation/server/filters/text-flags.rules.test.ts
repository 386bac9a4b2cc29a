import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratingBurst } from './rating-burst.rules.ts';
import { signatureOf } from './simhash.rules.ts';
import { textFlags } from './text-flags.rules.ts';
import { isNewAuthor, verdictOf } from './verdict.rules.ts';

const codes = (text: string, trusted: readonly string[] = []) => [
  ...new Set(textFlags(text, trusted).map(({ code }) => code)),
];

describe('ways out of the product', () => {
  it.each([
    ['Заходите на https://example.com/promo', 'link'],
    ['смотри www.site.online', 'link'],
    ['kvest-spb.ru лучше', 'link'],
    ['наш сайт: мойквест.рф', 'link'],
    ['kvest точка ru', 'link'],
    ['hxxps://spam.example/x', 'link'],
    ['пишите на ivan.petrov@mail.ru', 'email'],
    ['ivan собака mail точка ru', 'email'],
    ['ivan (at) mail.ru', 'email'],
    ['t.me/spam_channel', 'messenger'],
    ['пиши в телеграм', 'messenger'],
    ['WhatsApp: спросить Олега', 'messenger'],
    ['мой тг в профиле', 'messenger'],
    ['ищите @spam_master', 'handle'],
    ['+7 (916) 123-45-67', 'phone'],
    ['8 916 123 45 67', 'phone'],
    ['89161234567', 'phone'],
    ['8-800-200-06-00', 'phone'],
    ['916.123.45.67 звоните', 'phone'],
    ['восемь девятьсот шестнадцать сто двадцать три сорок пять шестьдесят семь', 'phone'],
    ['8 девять один шесть 1 два три 4 пять 6 семь', 'phone'],
    ['8 тире 916 тире 123 тире 45 тире 67', 'phone'],
  ])('%j is flagged as %s', (text, code) => expect(codes(text)).toContain(code));

  it.each([
    'Координаты 55.751244, 37.618423, вход со двора',
    'Прошли 21.11.2026 за 2 ч. 15 мин., т.е. быстро',
    'Купили по 1 200 руб., сдача 300',
    'Конец.Начало, и т.д., Node.js',
    'ИНН 7707083893',
    'один два три четыре пять, вышел зайчик погулять',
    'Телеграмма из прошлого века лежит в музее',
    'Кафе «Собака» у метро, точка сбора там же',
    'Отличный квест, дети в восторге!',
    'карта 2200 1234 5678 9010',
  ])('%j is clean', (text) => expect(codes(text)).toEqual([]));

  it('trusts the hosts it is told, and their subdomains', () => {
    expect(codes('https://quests.quintet.test/q/1', ['quintet.test'])).toEqual([]);
    expect(codes('https://quintet.test.evil.com', ['quintet.test'])).toEqual(['link']);
  });

  it('never throws, and places lie inside the text', () => {
    const pieces = fc.constantFrom(
      '8',
      '916',
      ' ',
      '-',
      'семь',
      'сто',
      '@',
      'a.ru',
      'точка',
      't.me/',
      '🙂',
      'ГОРОД',
      '+7',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(pieces).map((all) => all.join('')),
        ),
        (text) => {
          for (const { at } of textFlags(text, [])) {
            if (at === undefined) continue;
            expect(at[0]).toBeGreaterThanOrEqual(0);
            expect(at[1]).toBeGreaterThan(at[0]);
            expect(at[1]).toBeLessThanOrEqual(text.length);
          }
        },
      ),
    );
  });

  it('judges a long hostile text without trouble', () => {
    for (const unit of ['a.', 'a@', 'www.', '8 ', 'пиши ', 'a собака ', 'сто '])
      textFlags(unit.repeat(10_000), []);
  });
});

describe('shouting', () => {
  it('is many capitals or many pictures', () => {
    expect(codes('САМЫЙ ЛУЧШИЙ КВЕСТ В ГОРОДЕ')).toEqual(['caps']);
    expect(codes('🔥🔥🔥🔥🔥 огонь')).toEqual(['emoji']);
    expect(codes('МГУ и ВДНХ, очень понравилось всё подряд 🙂')).toEqual([]);
  });
});

describe('the verdict', () => {
  const profanity = { code: 'profanity', score: 0.95 };
  const coarse = { code: 'profanity', score: 0.6 };
  const link = { code: 'link', score: 0.5 };
  const caps = { code: 'caps', score: 0.3 };
  it.each([
    [[], true, 'clean'],
    [[caps], true, 'flag'],
    [[coarse], false, 'flag'],
    [[profanity], false, 'hold'],
    [[link], false, 'flag'],
    [[link], true, 'hold'],
    [[coarse, link, caps], false, 'hold'],
    [[link, link, link], false, 'flag'],
  ] as const)('on %j by somebody new (%s) is %s', (flags, isNew, verdict) =>
    expect(verdictOf(flags, isNew).verdict).toBe(verdict),
  );

  it('is stricter with the new and the rejected', () => {
    const now = new Date('2026-11-21T12:00:00Z');
    const old = new Date('2026-10-01T00:00:00Z');
    expect(isNewAuthor(undefined, now)).toBe(true);
    expect(isNewAuthor({ texts: 20, rejected: 0, firstSeenAt: old }, now)).toBe(false);
    expect(isNewAuthor({ texts: 20, rejected: 1, firstSeenAt: old }, now)).toBe(true);
    expect(isNewAuthor({ texts: 2, rejected: 0, firstSeenAt: old }, now)).toBe(true);
    expect(isNewAuthor({ texts: 20, rejected: 0, firstSeenAt: now }, now)).toBe(true);
  });
});

describe('a burst of ratings', () => {
  const burst = { recent: 12, lowest: 11, highest: 0, byNewRaters: 10, usual: 0.2 };
  it('is many, alike and from new raters', () => {
    expect(ratingBurst(burst)?.code).toBe('rating_burst');
    expect(ratingBurst({ ...burst, recent: 5, lowest: 5, byNewRaters: 5 })).toBeUndefined();
    expect(ratingBurst({ ...burst, lowest: 5 })).toBeUndefined();
    expect(ratingBurst({ ...burst, byNewRaters: 2 })).toBeUndefined();
    expect(ratingBurst({ ...burst, usual: 6 })).toBeUndefined();
  });
});

describe('signatures', () => {
  const review =
    'Прошли квест всей семьёй в воскресенье, погода была отличная, загадки интересные, дети довольны, ' +
    'маршрут удобный, рекомендуем взять с собой воду и удобную обувь для прогулки по набережной';
  const bits = (left: string, right: string) => {
    const [one, other] = [signatureOf(left)?.hash, signatureOf(right)?.hash];
    return [...(BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2)].filter((bit) => bit === '1').length;
  };
  it('are near for near texts and far for others', () => {
    expect(bits(review, review.toUpperCase().replaceAll(',', ' —'))).toBe(0);
    expect(bits(review, review.replace('отличная', 'чудесная'))).toBeLessThanOrEqual(8);
    expect(
      bits(
        review,
        'Задания слишком простые, на третьей точке ремонт, пройти нельзя, деньги вернули через два дня',
      ),
    ).toBeGreaterThan(16);
    expect(signatureOf('Спасибо, отличный квест!')).toBeUndefined();
  });
});
