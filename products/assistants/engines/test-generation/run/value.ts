/** A value of the language while a method is run in thought. What is not known stays unknown through every operation. */
export type Value =
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'string'; readonly string: string }
  | { readonly kind: 'boolean'; readonly boolean: boolean }
  /** Milliseconds since the epoch, without a time zone. */
  | { readonly kind: 'date'; readonly time: number }
  | { readonly kind: 'undefined' }
  | { readonly kind: 'null' }
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'array'; readonly items: Value[] }
  /** Keys are lower case. */
  | { readonly kind: 'structure'; readonly fields: Map<string, { readonly name: string; value: Value }> }
  | { readonly kind: 'unknown' };

export const unknown: Value = { kind: 'unknown' };
export const undefinedValue: Value = { kind: 'undefined' };

export const numberOf = (number: number): Value =>
  Number.isFinite(number) ? { kind: 'number', number: Number(number.toFixed(10)) } : unknown;
export const stringOf = (string: string): Value => ({ kind: 'string', string });
export const booleanOf = (boolean: boolean): Value => ({ kind: 'boolean', boolean });

/** Whether the value holds something unknown. */
export function isKnown(value: Value): boolean {
  switch (value.kind) {
    case 'unknown':
      return false;
    case 'array':
      return value.items.every(isKnown);
    case 'structure':
      return [...value.fields.values()].every((field) => isKnown(field.value));
    default:
      return true;
  }
}

/** Equality of the language: different types are never equal. Undefined where it cannot be told. */
export function equalValues(left: Value, right: Value): boolean | undefined {
  if (left.kind === 'unknown' || right.kind === 'unknown') return undefined;
  if (left.kind === 'array' || left.kind === 'structure') return left === right;
  if (left.kind === 'type' && right.kind === 'type') return left.name === right.name;
  return left.kind === right.kind && comparable(left) === comparable(right);
}

function comparable(value: Value): number | string | boolean | undefined {
  switch (value.kind) {
    case 'number':
      return value.number;
    case 'string':
      return value.string;
    case 'boolean':
      return value.boolean;
    case 'date':
      return value.time;
    default:
      return undefined;
  }
}

/** Less than zero, zero or more, for values of one ordered type; undefined for others. */
export function compareValues(left: Value, right: Value): number | undefined {
  if (left.kind === 'number' && right.kind === 'number') return left.number - right.number;
  if (left.kind === 'date' && right.kind === 'date') return left.time - right.time;
  if (left.kind === 'string' && right.kind === 'string')
    return left.string === right.string ? 0 : left.string < right.string ? -1 : 1;
  return undefined;
}

/** `ЗначениеЗаполнено`; undefined where it cannot be told. */
export function isFilled(value: Value): boolean | undefined {
  switch (value.kind) {
    case 'unknown':
    case 'type':
      return undefined;
    case 'number':
      return value.number !== 0;
    case 'string':
      return value.string.trim() !== '';
    case 'boolean':
      return true;
    case 'date':
      return value.time !== emptyDate;
    case 'array':
      return value.items.length > 0;
    case 'structure':
      return value.fields.size > 0;
    default:
      return false;
  }
}

/** `'00010101'`. */
export const emptyDate: number = Date.parse('0001-01-01T00:00:00Z');

/** A date literal without its quotes; undefined when it is no date. */
export function readDate(text: string): number | undefined {
  const digits = text.replaceAll(/\D/g, '').padEnd(14, '0');
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8)];
  const time = Date.parse(
    `${year}-${month}-${day}T${digits.slice(8, 10)}:${digits.slice(10, 12)}:${digits.slice(12, 14)}Z`,
  );
  return Number.isNaN(time) ? undefined : time;
}

/** The type's name as `Тип("…")` takes it. */
export function typeNameOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'number':
      return 'число';
    case 'string':
      return 'строка';
    case 'boolean':
      return 'булево';
    case 'date':
      return 'дата';
    case 'undefined':
      return 'неопределено';
    case 'null':
      return 'null';
    case 'array':
      return 'массив';
    case 'structure':
      return 'структура';
    default:
      return undefined;
  }
}
