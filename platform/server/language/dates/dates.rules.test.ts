import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateTerms, resolveDates, stem } from '../index.ts';

/** A Monday. */
const REFERENCE = new Date('2023-05-08T13:56:00Z');

describe('resolveDates', () => {
  it.each([
    ['on 7 May 2023', '2023-05-07', '2023-05-07', 'day'],
    ['2023-05-07', '2023-05-07', '2023-05-07', 'day'],
    ['07.05.2023', '2023-05-07', '2023-05-07', 'day'],
    ['5/7/2023', '2023-05-07', '2023-05-07', 'day'],
    ['25/12/2022', '2022-12-25', '2022-12-25', 'day'],
    ['May 7th, 2023', '2023-05-07', '2023-05-07', 'day'],
    ['the 7th of May', '2023-05-07', '2023-05-07', 'day'],
    ['December 30', '2022-12-30', '2022-12-30', 'day'],
    ['7 мая 2023 года', '2023-05-07', '2023-05-07', 'day'],
    ['3 января', '2023-01-03', '2023-01-03', 'day'],
    ['May 2023', '2023-05-01', '2023-05-31', 'month'],
    ['в мае 2023', '2023-05-01', '2023-05-31', 'month'],
    ['in March', '2023-03-01', '2023-03-31', 'month'],
    ['в феврале', '2023-02-01', '2023-02-28', 'month'],
    ['in 2019', '2019-01-01', '2019-12-31', 'year'],
    ['в 2019 году', '2019-01-01', '2019-12-31', 'year'],
    ['summer 2022', '2022-06-01', '2022-08-31', 'season'],
    ['зимой 2022', '2021-12-01', '2022-02-28', 'season'],
    ['3-5 May 2023', '2023-05-03', '2023-05-05', 'range'],
    ['с 3 по 5 мая', '2023-05-03', '2023-05-05', 'range'],
    ['yesterday', '2023-05-07', '2023-05-07', 'day'],
    ['the day before yesterday', '2023-05-06', '2023-05-06', 'day'],
    ['today', '2023-05-08', '2023-05-08', 'day'],
    ['tomorrow', '2023-05-09', '2023-05-09', 'day'],
    ['last night', '2023-05-07', '2023-05-07', 'day'],
    ['вчера', '2023-05-07', '2023-05-07', 'day'],
    ['позавчера', '2023-05-06', '2023-05-06', 'day'],
    ['послезавтра', '2023-05-10', '2023-05-10', 'day'],
    ['last week', '2023-05-01', '2023-05-07', 'week'],
    ['на прошлой неделе', '2023-05-01', '2023-05-07', 'week'],
    ['next month', '2023-06-01', '2023-06-30', 'month'],
    ['в прошлом году', '2022-01-01', '2022-12-31', 'year'],
    ['last Friday', '2023-05-05', '2023-05-05', 'day'],
    ['last Monday', '2023-05-01', '2023-05-01', 'day'],
    ['next Monday', '2023-05-15', '2023-05-15', 'day'],
    ['в прошлую пятницу', '2023-05-05', '2023-05-05', 'day'],
    ['this Friday', '2023-05-12', '2023-05-12', 'day'],
    ['on Sunday', '2023-05-07', '2023-05-07', 'day'],
    ['в среду', '2023-05-10', '2023-05-10', 'day'],
    ['two months ago', '2023-03-01', '2023-03-31', 'month'],
    ['два месяца назад', '2023-03-01', '2023-03-31', 'month'],
    ['неделю назад', '2023-05-01', '2023-05-07', 'week'],
    ['полгода назад', '2022-11-01', '2022-11-30', 'month'],
    ['5 years ago', '2018-01-01', '2018-12-31', 'year'],
    ['3 дня назад', '2023-05-05', '2023-05-05', 'day'],
    ['a few days ago', '2023-05-03', '2023-05-06', 'range'],
    ['через две недели', '2023-05-22', '2023-05-28', 'week'],
    ['in two days', '2023-05-10', '2023-05-10', 'day'],
    ['last weekend', '2023-05-06', '2023-05-07', 'range'],
    ['на выходных', '2023-05-06', '2023-05-07', 'range'],
    ['last summer', '2022-06-01', '2022-08-31', 'season'],
    ['прошлым летом', '2022-06-01', '2022-08-31', 'season'],
    ['last June', '2022-06-01', '2022-06-30', 'month'],
    ['next January', '2024-01-01', '2024-01-31', 'month'],
    ['over the last two weeks', '2023-04-24', '2023-05-08', 'range'],
  ])('%s', (phrase, from, to, precision) => {
    expect(resolveDates(`We met ${phrase}, I think.`, REFERENCE)).toMatchObject([{ from, to, precision }]);
  });

  it.each([
    'You may call me',
    'We march on',
    'version 1.2.3',
    'I have 2 dogs',
    '31 февраля',
    'она маяк',
    'sunflower',
  ])('finds nothing in %j', (text) => {
    expect(resolveDates(text, REFERENCE)).toEqual([]);
  });

  it('takes the longest reading, in order, at the right place', () => {
    const text = 'I ran on May 7, 2023 and позавчера too';
    const found = resolveDates(text, REFERENCE);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['May 7, 2023', 'позавчера']);
  });

  it('gives real, ordered days for any text and moment', () => {
    const words = fc.constantFrom(
      'last',
      'next',
      '31',
      '29',
      'Feb',
      'мая',
      'two',
      'weeks',
      'ago',
      'назад',
      'Friday',
      '2024',
      '-',
      'in',
      'в',
      'год',
    );
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 12 }),
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        (parts, moment) => {
          for (const { from, to } of resolveDates(parts.join(' '), moment)) {
            expect(from <= to).toBe(true);
            expect(dateTerms({ from, to }).length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

describe('dateTerms', () => {
  it('names a day in both languages', () => {
    expect(dateTerms('2023-05-07').toSorted()).toEqual(
      ['2023', '7', stem('may'), stem('мая'), stem('sunday'), stem('воскресенье')].toSorted(),
    );
    expect(dateTerms(Date.parse('2023-05-07T23:59:00Z'))).toEqual(dateTerms('2023-05-07'));
  });
  it('names only months of a month, only years of a year, nothing of nonsense', () => {
    expect(dateTerms({ from: '2023-05-01', to: '2023-05-31' })).toEqual(['2023', stem('may'), stem('мая')]);
    expect(dateTerms({ from: '2022-01-01', to: '2022-12-31' })).toEqual(['2022']);
    expect(dateTerms('nonsense')).toEqual([]);
    expect(dateTerms(Number.MAX_VALUE)).toEqual([]);
  });
});
