import { booleanOf, isFilled, numberOf, stringOf, typeNameOf, unknown, type Value } from './value.ts';

type Builtin = (args: readonly Value[]) => Value;

const englishTypes: Readonly<Record<string, string>> = {
  number: 'число',
  string: 'строка',
  boolean: 'булево',
  date: 'дата',
  undefined: 'неопределено',
  array: 'массив',
  structure: 'структура',
};

const text = (value: Value | undefined): string | undefined =>
  value?.kind === 'string' ? value.string : undefined;
const number = (value: Value | undefined): number | undefined =>
  value?.kind === 'number' ? value.number : undefined;

function onText(work: (text: string) => Value): Builtin {
  return ([first]) => {
    const given = text(first);
    return given === undefined ? unknown : work(given);
  };
}

function onNumbers(work: (numbers: readonly number[]) => Value): Builtin {
  return (args) => {
    const numbers = args.map(number);
    return numbers.every((each) => each !== undefined) && numbers.length > 0 ? work(numbers) : unknown;
  };
}

function datePart(work: (date: Date) => number): Builtin {
  return ([first]) => (first?.kind === 'date' ? numberOf(work(new Date(first.time))) : unknown);
}

/** Half away from zero, as the platform rounds. */
function round(value: number, digits: number): number {
  const scale = 10 ** digits;
  return (Math.sign(value) * Math.round(Math.abs(value) * scale + 1e-9)) / scale;
}

function toNumber(value: Value | undefined): Value {
  if (value?.kind === 'boolean') return numberOf(value.boolean ? 1 : 0);
  if (value?.kind !== 'string') return value?.kind === 'number' ? value : unknown;
  const plain = value.string.replaceAll(/\s/g, '').replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/.test(plain) ? numberOf(Number(plain)) : unknown;
}

function toText(value: Value | undefined): Value {
  if (value?.kind === 'string') return value;
  // Numbers of four digits and more are written with separators that depend on the session.
  if (value?.kind === 'number' && Number.isInteger(value.number) && Math.abs(value.number) < 1_000)
    return stringOf(String(value.number));
  return value?.kind === 'undefined' ? stringOf('') : unknown;
}

function template([pattern, ...values]: readonly Value[]): Value {
  const shape = text(pattern);
  const words = values.map((value) => text(toText(value)));
  if (shape === undefined || words.some((word) => word === undefined)) return unknown;
  return stringOf(shape.replaceAll(/%(\d)/g, (_whole, index: string) => words[Number(index) - 1] ?? ''));
}

const pairs: readonly (readonly [string, string, Builtin])[] = [
  ['СтрДлина', 'StrLen', onText((given) => numberOf(given.length))],
  ['ВРег', 'Upper', onText((given) => stringOf(given.toUpperCase()))],
  ['НРег', 'Lower', onText((given) => stringOf(given.toLowerCase()))],
  ['СокрЛП', 'TrimAll', onText((given) => stringOf(given.trim()))],
  ['СокрЛ', 'TrimL', onText((given) => stringOf(given.trimStart()))],
  ['СокрП', 'TrimR', onText((given) => stringOf(given.trimEnd()))],
  ['ПустаяСтрока', 'IsBlankString', onText((given) => booleanOf(given.trim() === ''))],
  ['Лев', 'Left', (args) => cut(args, (given, count) => given.slice(0, Math.max(0, count)))],
  ['Прав', 'Right', (args) => cut(args, (given, count) => (count <= 0 ? '' : given.slice(-count)))],
  ['Сред', 'Mid', middle],
  ['СтрНайти', 'StrFind', ([where, what, ...more]) => (more.length > 0 ? unknown : find(where, what))],
  ['СтрЗаменить', 'StrReplace', replace],
  ['СтрШаблон', 'StrTemplate', template],
  ['Мин', 'Min', onNumbers((numbers) => numberOf(Math.min(...numbers)))],
  ['Макс', 'Max', onNumbers((numbers) => numberOf(Math.max(...numbers)))],
  ['Цел', 'Int', onNumbers(([given = 0]) => numberOf(Math.trunc(given)))],
  [
    'Окр',
    'Round',
    onNumbers(([given = 0, digits = 0, ...mode]) =>
      mode.length > 0 ? unknown : numberOf(round(given, digits)),
    ),
  ],
  ['Число', 'Number', ([given]) => toNumber(given)],
  ['Строка', 'String', ([given]) => toText(given)],
  ['Год', 'Year', datePart((date) => date.getUTCFullYear())],
  ['Месяц', 'Month', datePart((date) => date.getUTCMonth() + 1)],
  ['День', 'Day', datePart((date) => date.getUTCDate())],
  [
    'ЗначениеЗаполнено',
    'ValueIsFilled',
    ([given]) => flag(given === undefined ? undefined : isFilled(given)),
  ],
  ['ТипЗнч', 'TypeOf', ([given]) => typeOf(given)],
  [
    'Тип',
    'Type',
    onText((given) => ({ kind: 'type', name: englishTypes[given.toLowerCase()] ?? given.toLowerCase() })),
  ],
];

function flag(value: boolean | undefined): Value {
  return value === undefined ? unknown : booleanOf(value);
}

function typeOf(value: Value | undefined): Value {
  const name = value === undefined ? undefined : typeNameOf(value);
  return name === undefined ? unknown : { kind: 'type', name };
}

function cut([where, count]: readonly Value[], work: (given: string, count: number) => string): Value {
  const [given, length] = [text(where), number(count)];
  return given === undefined || length === undefined ? unknown : stringOf(work(given, Math.trunc(length)));
}

function middle([where, from, count]: readonly Value[]): Value {
  const [given, start, length] = [
    text(where),
    number(from),
    count === undefined ? Number.MAX_SAFE_INTEGER : number(count),
  ];
  if (given === undefined || start === undefined || length === undefined) return unknown;
  const first = Math.max(0, start - 1);
  return stringOf(given.slice(first, first + Math.max(0, length)));
}

function find(where: Value | undefined, what: Value | undefined): Value {
  const [given, wanted] = [text(where), text(what)];
  return given === undefined || wanted === undefined ? unknown : numberOf(given.indexOf(wanted) + 1);
}

function replace([where, what, by]: readonly Value[]): Value {
  const [given, wanted, next] = [text(where), text(what), text(by)];
  if (given === undefined || wanted === undefined || next === undefined || wanted === '') return unknown;
  return stringOf(given.replaceAll(wanted, () => next));
}

/** Functions of the platform that depend on nothing but their arguments, by lower-case name. */
export const builtins: ReadonlyMap<string, Builtin> = new Map(
  pairs.flatMap(([russian, english, work]) => [
    [russian.toLowerCase(), work] as const,
    [english.toLowerCase(), work] as const,
  ]),
);
