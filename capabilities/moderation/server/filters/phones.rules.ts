import type { Flag } from '../index.ts';

const unitNames: Readonly<Record<string, number>> = {
  ноль: 0,
  нуль: 0,
  один: 1,
  два: 2,
  три: 3,
  четыре: 4,
  пять: 5,
  шесть: 6,
  семь: 7,
  восемь: 8,
  девять: 9,
};
const teens =
  'десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать';
const tens = 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто';
const hundreds = 'сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот';

const numberNames: ReadonlyMap<string, number> = new Map([
  ...Object.entries(unitNames),
  ...teens.split(' ').map((name, index) => [name, 10 + index] as const),
  ...tens.split(' ').map((name, index) => [name, 20 + 10 * index] as const),
  ...hundreds.split(' ').map((name, index) => [name, 100 + 100 * index] as const),
]);

/** Spelled separators, and signs people put between the groups. */
const separator = /^(?:плюс|тире|дефис|минус|скобка|пробел|точка|[\s+().,\-–—_*/]{1,4})$/u;
const pieces = /\d+|\p{L}+|[^\p{L}\d]+/gu;

interface Run {
  digits: string;
  start: number;
  end: number;
  /** The value of the last spelled number while smaller ones may be added to it («девятьсот шестнадцать»). */
  open: number;
}

function withNumber(run: Run, value: number): void {
  const smaller =
    run.open % 100 === 0 && run.open > 0 ? value < 100 : run.open >= 20 && run.open % 10 === 0 && value < 10;
  if (smaller && value > 0) {
    const sum = run.open + value;
    run.digits = run.digits.slice(0, -String(run.open).length) + String(sum);
    run.open = sum;
  } else {
    run.digits += String(value);
    run.open = value;
  }
}

function isPhone(digits: string): boolean {
  return /^[78][3489]\d{9}$/.test(digits) || /^9\d{9}$/.test(digits);
}

function* runsOf(text: string): Generator<Run> {
  let run: Run | undefined;
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const spelled = numberNames.get(piece.toLowerCase().replaceAll('ё', 'е'));
    if (/^\d/.test(piece) || spelled !== undefined) {
      run ??= { digits: '', start: index, end: index, open: 0 };
      if (spelled === undefined) {
        run.digits += piece;
        run.open = 0;
      } else withNumber(run, spelled);
      run.end = index + piece.length;
    } else if (run !== undefined && !separator.test(piece.toLowerCase())) {
      yield run;
      run = undefined;
    }
  }
  if (run !== undefined) yield run;
}

/** Russian telephone numbers in digits, words or both, whatever stands between the groups. */
export function findPhones(text: string): readonly Flag[] {
  return [...runsOf(text)]
    .filter(({ digits }) => isPhone(digits))
    .map(({ start, end }) => ({ code: 'phone', score: 0.6, at: [start, end] as const }));
}
