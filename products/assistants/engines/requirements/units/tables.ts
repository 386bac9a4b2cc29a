import type { Measure } from '../requirement.ts';

interface Unit {
  readonly name: string;
  readonly dimension: Measure['dimension'];
  readonly factor: number;
  readonly words: readonly string[];
}

/** Units brought to seconds, bytes, percent and roubles; months have 30 days, years 365. */
export const unitTable: readonly Unit[] = [
  { name: 's', dimension: 'time', factor: 0.001, words: ['мс', 'миллисекунд*', 'ms', 'millisecond*'] },
  {
    name: 's',
    dimension: 'time',
    factor: 1,
    words: ['с', 'сек', 'секунд*', 's', 'sec', 'second', 'seconds'],
  },
  { name: 's', dimension: 'time', factor: 60, words: ['мин', 'минут*', 'min', 'minute', 'minutes'] },
  {
    name: 's',
    dimension: 'time',
    factor: 3600,
    words: ['ч', 'час', 'часа', 'часов', 'часу', 'часам', 'hour', 'hours', 'h'],
  },
  {
    name: 's',
    dimension: 'time',
    factor: 86_400,
    words: ['день', 'дня', 'дней', 'дню', 'суток', 'сутки', 'day', 'days'],
  },
  { name: 's', dimension: 'time', factor: 604_800, words: ['недел*', 'week', 'weeks'] },
  { name: 's', dimension: 'time', factor: 2_592_000, words: ['месяц*', 'month', 'months'] },
  { name: 's', dimension: 'time', factor: 31_536_000, words: ['год', 'года', 'лет', 'year', 'years'] },
  { name: 'B', dimension: 'size', factor: 1024, words: ['кб', 'килобайт*', 'kb', 'kib'] },
  { name: 'B', dimension: 'size', factor: 1_048_576, words: ['мб', 'мегабайт*', 'mb', 'mib'] },
  { name: 'B', dimension: 'size', factor: 1_073_741_824, words: ['гб', 'гигабайт*', 'gb', 'gib'] },
  { name: 'B', dimension: 'size', factor: 1_099_511_627_776, words: ['тб', 'терабайт*', 'tb', 'tib'] },
  { name: '%', dimension: 'percent', factor: 1, words: ['%', 'процент*', 'percent'] },
  { name: 'RUB', dimension: 'money', factor: 1, words: ['руб', 'рубл*', '₽', 'rub', 'rubles', 'roubles'] },
  { name: 'USD', dimension: 'money', factor: 1, words: ['$', 'usd', 'доллар*', 'dollars'] },
];
