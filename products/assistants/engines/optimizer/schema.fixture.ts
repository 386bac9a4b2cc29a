import { type Schema, unknownSchema } from './index.ts';

const fields: Readonly<
  Record<string, { references: string[]; primitives: ('number' | 'string' | 'date')[] }>
> = {
  'регистрнакопления.товары|регистратор': { references: ['Документ.Заказ', 'Документ.Чек'], primitives: [] },
  'документ.заказ|дата': { references: [], primitives: ['date'] },
  'регистрсведений.цены|цена': { references: [], primitives: ['number'] },
};

/** A small made-up configuration: goods in stock, prices, orders. */
export const shopSchema: Schema = {
  ...unknownSchema,
  fieldTypes: (table, field) => fields[`${table}|${field}`.toLowerCase()] ?? null,
  dimensions: (register) =>
    register.toLowerCase() === 'регистрнакопления.товары' ? ['Номенклатура', 'Склад'] : [],
  resources: () => ['Количество'],
  lockControl: 'managed',
};
