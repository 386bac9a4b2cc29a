/** Names of months, weekdays, seasons and small numbers in both languages, as patterns and as lookups. */

export const MONTHS_EN = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
/** Genitive, the form dates are written in. */
export const MONTHS_RU = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
] as const;
export const WEEKDAYS_EN = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
export const WEEKDAYS_RU = [
  'понедельник',
  'вторник',
  'среда',
  'четверг',
  'пятница',
  'суббота',
  'воскресенье',
] as const;

export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?' +
  '|январ[ьяею]|феврал[ьяею]|март[аеу]?|апрел[ьяею]|ма[йяею]|июн[ьяею]|июл[ьяею]|август[аеу]?|сентябр[ьяею]|октябр[ьяею]|ноябр[ьяею]|декабр[ьяею])';
export const WEEKDAY =
  '(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?' +
  '|понедельник[а-я]{0,2}|вторник[а-я]{0,2}|сред[уаыой]{1,2}|четверг[а-я]{0,2}|пятниц[а-я]{1,2}|суббот[а-я]{1,2}|воскресень[а-я]{1,2})';
export const SEASON =
  '(?:winter|spring|summer|autumn|fall|зим[аойуеы]{1,2}|весн[аойуеы]{1,2}|лет(?:о|ом|а)|осен(?:ь|ью|и))';
export const COUNT =
  '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:a )?couple of|(?:a )?few|several' +
  '|од(?:ин|ну|но)|дв[ае]|три|четыре|пять|шесть|семь|восемь|девять|десять|одиннадцать|двенадцать|пару|несколько)';
export const UNIT =
  '(?:days?|weeks?|months?|years?|д(?:ень|ня|ней)|недел(?:[юьяи])|месяц(?:а|ев)?|год(?:а|ов)?|лет)';

const MONTH_STEMS: readonly (readonly [string, number])[] = [
  ['jan', 1],
  ['feb', 2],
  ['mar', 3],
  ['apr', 4],
  ['may', 5],
  ['jun', 6],
  ['jul', 7],
  ['aug', 8],
  ['sep', 9],
  ['oct', 10],
  ['nov', 11],
  ['dec', 12],
  ['янв', 1],
  ['фев', 2],
  ['мар', 3],
  ['апр', 4],
  ['ма', 5],
  ['июн', 6],
  ['июл', 7],
  ['авг', 8],
  ['сен', 9],
  ['окт', 10],
  ['ноя', 11],
  ['дек', 12],
];
const WEEKDAY_STEMS: readonly (readonly [string, number])[] = [
  ['mon', 0],
  ['tue', 1],
  ['wed', 2],
  ['thu', 3],
  ['fri', 4],
  ['sat', 5],
  ['sun', 6],
  ['пон', 0],
  ['вто', 1],
  ['сре', 2],
  ['чет', 3],
  ['пят', 4],
  ['суб', 5],
  ['вос', 6],
];
const SEASON_STEMS: readonly (readonly [string, number])[] = [
  ['wint', 0],
  ['spri', 1],
  ['summ', 2],
  ['autu', 3],
  ['fall', 3],
  ['зим', 0],
  ['вес', 1],
  ['лет', 2],
  ['осе', 3],
];
const COUNTS: ReadonlyMap<string, number> = new Map([
  ['a', 1],
  ['an', 1],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['eleven', 11],
  ['twelve', 12],
  ['couple of', 2],
  ['a couple of', 2],
  ['few', 3],
  ['a few', 3],
  ['several', 4],
  ['один', 1],
  ['одну', 1],
  ['одно', 1],
  ['два', 2],
  ['две', 2],
  ['три', 3],
  ['четыре', 4],
  ['пять', 5],
  ['шесть', 6],
  ['семь', 7],
  ['восемь', 8],
  ['девять', 9],
  ['десять', 10],
  ['одиннадцать', 11],
  ['двенадцать', 12],
  ['пару', 2],
  ['несколько', 4],
]);
/** Counts that name no exact number, so the day they lead to is a guess. */
const VAGUE = /few|couple|several|пару|несколько/;

function lookup(table: readonly (readonly [string, number])[], word: string): number {
  const lower = word.toLowerCase();
  return table.find(([prefix]) => lower.startsWith(prefix))?.[1] ?? -1;
}

/** 1..12, or -1. */
export function monthNumber(word: string): number {
  return lookup(MONTH_STEMS, word);
}

/** 0 Monday .. 6 Sunday, or -1. */
export function weekdayNumber(word: string): number {
  return lookup(WEEKDAY_STEMS, word);
}

/** 0 winter .. 3 autumn, or -1. */
export function seasonNumber(word: string): number {
  return lookup(SEASON_STEMS, word);
}

export function countOf(word: string): number {
  const lower = word.toLowerCase();
  return COUNTS.get(lower) ?? Number.parseInt(lower, 10);
}

export function isVagueCount(word: string): boolean {
  return VAGUE.test(word.toLowerCase());
}

export type Unit = 'day' | 'week' | 'month' | 'year';

export function unitOf(word: string): Unit {
  const lower = word.toLowerCase();
  if (/^(?:day|д)/.test(lower)) return 'day';
  if (/^(?:week|нед)/.test(lower)) return 'week';
  return /^(?:month|мес)/.test(lower) ? 'month' : 'year';
}
