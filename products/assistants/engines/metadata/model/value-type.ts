import { typeForms } from './kinds.tables.ts';
import { isObjectKind, kindNames, type LocalText, type ObjectKind } from './kinds.ts';

export type TypeItem =
  | { readonly kind: 'primitive'; readonly name: 'String' | 'Number' | 'Boolean' | 'Date' | 'Null' }
  /** A type made by a metadata object; `object` is its English full name. */
  | { readonly kind: 'object'; readonly object: string; readonly form: string }
  | { readonly kind: 'defined'; readonly object: string }
  /** The value type of a chart of characteristic types. */
  | { readonly kind: 'characteristic'; readonly object: string }
  /** Every object of a kind (`CatalogRef`), or any reference (`AnyRef`). */
  | { readonly kind: 'set'; readonly name: string }
  | { readonly kind: 'platform'; readonly name: string };

/** A value type with qualifiers; more than one item makes it composite. */
export interface ValueType {
  readonly items: readonly TypeItem[];
  readonly string?: { readonly length: number; readonly fixed: boolean };
  readonly number?: { readonly digits: number; readonly fraction: number; readonly nonNegative: boolean };
  readonly date?: 'Date' | 'Time' | 'DateTime';
}

export const noType: ValueType = { items: [] };

const forms = typeForms.map(([en]) => en).sort((a, b) => b.length - a.length);
const primitives: Readonly<Record<string, 'String' | 'Number' | 'Boolean' | 'Date' | 'Null'>> = {
  string: 'String',
  decimal: 'Number',
  number: 'Number',
  boolean: 'Boolean',
  datetime: 'Date',
  date: 'Date',
  time: 'Date',
  null: 'Null',
};

function splitForm(word: string): { kind: ObjectKind; form: string } | undefined {
  for (const form of forms) {
    const kind = word.slice(0, -form.length);
    if (word.endsWith(form) && isObjectKind(kind)) return { kind, form };
  }
  return undefined;
}

/** Reads one type name without a prefix: `CatalogRef.Валюты`, `DefinedType.Сумма`, `String`, `AnyRef`. */
export function typeItem(text: string): TypeItem {
  const dot = text.indexOf('.');
  const head = dot < 0 ? text : text.slice(0, dot);
  const tail = dot < 0 ? '' : text.slice(dot + 1);
  if (tail === '') {
    const primitive = Object.hasOwn(primitives, head.toLowerCase()) && primitives[head.toLowerCase()];
    if (primitive) return { kind: 'primitive', name: primitive };
    return splitForm(head) !== undefined || head === 'AnyRef' || head === 'AnyIBRef'
      ? { kind: 'set', name: head }
      : { kind: 'platform', name: head };
  }
  if (head === 'DefinedType') return { kind: 'defined', object: `DefinedType.${tail}` };
  if (head === 'Characteristic')
    return { kind: 'characteristic', object: `ChartOfCharacteristicTypes.${tail}` };
  const made = splitForm(head);
  if (made === undefined) return { kind: 'platform', name: text };
  const owner = made.form.startsWith('Table') ? tail.split('.').slice(0, 1).join('.') : tail;
  return { kind: 'object', object: `${made.kind}.${owner}`, form: made.form };
}

export const referenceTo = (object: string): ValueType => ({
  items: [{ kind: 'object', object, form: 'Ref' }],
});
export const references = (objects: readonly string[]): ValueType => ({
  items: objects.map((object) => ({ kind: 'object', object, form: 'Ref' })),
});
export const booleanType: ValueType = { items: [{ kind: 'primitive', name: 'Boolean' }] };
export const dateType: ValueType = { items: [{ kind: 'primitive', name: 'Date' }], date: 'DateTime' };
export function numberType(digits: number, fraction = 0): ValueType {
  return {
    items: [{ kind: 'primitive', name: 'Number' }],
    number: { digits, fraction, nonNegative: false },
  };
}
export function stringType(length: number, fixed = false): ValueType {
  return { items: [{ kind: 'primitive', name: 'String' }], string: { length, fixed } };
}

/** Objects a value of this type may refer to, by English full name; defined types stay as they are. */
export function mentionedObjects(type: ValueType): readonly string[] {
  return type.items.flatMap((item) =>
    item.kind === 'object' || item.kind === 'defined' || item.kind === 'characteristic' ? [item.object] : [],
  );
}

const primitiveRu = { String: 'Строка', Number: 'Число', Boolean: 'Булево', Date: 'Дата', Null: 'Null' };

function itemText(item: TypeItem, type: ValueType): LocalText {
  switch (item.kind) {
    case 'primitive': {
      const size =
        item.name === 'String' && type.string !== undefined && type.string.length > 0
          ? `(${type.string.length})`
          : item.name === 'Number' && type.number !== undefined
            ? `(${type.number.digits}, ${type.number.fraction})`
            : '';
      return { ru: primitiveRu[item.name] + size, en: item.name + size };
    }
    case 'object': {
      const [kind = '', name = ''] = item.object.split('.');
      const ruForm = typeForms.find(([en]) => en === item.form)?.[1] ?? item.form;
      const ruKind = isObjectKind(kind) ? kindNames(kind).ru : kind;
      return { ru: `${ruKind}${ruForm}.${name}`, en: `${kind}${item.form}.${name}` };
    }
    case 'defined':
      return { ru: item.object.replace('DefinedType', 'ОпределяемыйТип'), en: item.object };
    case 'characteristic':
      return {
        ru: item.object.replace('ChartOfCharacteristicTypes', 'Характеристика'),
        en: item.object.replace('ChartOfCharacteristicTypes', 'Characteristic'),
      };
    case 'set': {
      const made = splitForm(item.name);
      const ruForm = typeForms.find(([en]) => en === made?.form)?.[1];
      return {
        ru: made === undefined ? 'ЛюбаяСсылка' : `${kindNames(made.kind).ru}${ruForm}`,
        en: item.name,
      };
    }
    case 'platform':
      return { ru: item.name, en: item.name };
  }
}

/** The type as people write it, parts joined with a comma. */
export function typeText(type: ValueType): LocalText {
  const texts = type.items.map((item) => itemText(item, type));
  return { ru: texts.map((text) => text.ru).join(', '), en: texts.map((text) => text.en).join(', ') };
}
