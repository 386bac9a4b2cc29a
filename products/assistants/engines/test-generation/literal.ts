import type { Value } from './run/value.ts';

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

function dateLiteral(time: number): string {
  const date = new Date(time);
  const day = `${pad(date.getUTCFullYear(), 4)}${pad(date.getUTCMonth() + 1)}${pad(date.getUTCDate())}`;
  const clock = `${pad(date.getUTCHours())}${pad(date.getUTCMinutes())}${pad(date.getUTCSeconds())}`;
  return clock === '000000' ? `'${day}'` : `'${day}${clock}'`;
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** A string literal on one line: its line feeds are `Символы.ПС`, its carriage returns `Символы.ВК`. */
export function stringLiteral(text: string): string {
  const line = (part: string): string => part.split('\r').map(quoted).join(' + Символы.ВК + ');
  return text.split('\n').map(line).join(' + Символы.ПС + ');
}

/** A value as an expression of the language; undefined for what cannot be written in one. */
export function literalOf(value: Value | undefined): string | undefined {
  switch (value?.kind) {
    case 'number':
      return String(value.number).includes('e') ? undefined : String(value.number);
    case 'string':
      return stringLiteral(value.string);
    case 'boolean':
      return value.boolean ? 'Истина' : 'Ложь';
    case 'date':
      return dateLiteral(value.time);
    case 'undefined':
      return 'Неопределено';
    case 'null':
      return 'NULL';
    case 'structure':
      return structureLiteral([...value.fields.values()]);
    default:
      return undefined;
  }
}

function structureLiteral(
  fields: readonly { readonly name: string; readonly value: Value }[],
): string | undefined {
  if (fields.length === 0) return 'Новый Структура';
  const values = fields.map(({ value }) => literalOf(value));
  if (values.some((value) => value === undefined)) return undefined;
  return `Новый Структура("${fields.map(({ name }) => name).join(', ')}", ${values.join(', ')})`;
}

/** Statements that put a value into a variable; undefined where a person must do it. */
export function assignmentLines(variable: string, value: Value): readonly string[] | undefined {
  if (value.kind === 'array') {
    const items = value.items.map(literalOf);
    if (items.some((item) => item === undefined)) return undefined;
    return [`${variable} = Новый Массив;`, ...items.map((item) => `${variable}.Добавить(${item});`)];
  }
  const literal = literalOf(value);
  return literal === undefined ? undefined : [`${variable} = ${literal};`];
}
