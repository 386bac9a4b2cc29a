import { type Static, Type } from 'typebox';
import type { BodyOf } from '#platform/contract';
import type { Language } from '#platform/web';
import type { createMerch, Merch } from '../../../contract/index.ts';
import { kopecksOf, priceLimit, sumPattern, sumText } from '../pieces/money.rules.ts';

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength, pattern: '\\S' });

/** An article as its form holds it: the price as it is typed. */
export const MerchForm = Type.Object({
  title_ru: words(120),
  title_en: words(120),
  description_ru: words(4_000),
  description_en: words(4_000),
  price: Type.String({ pattern: sumPattern }),
  stock: Type.Integer({ minimum: 0, maximum: 1_000_000 }),
  vat_code: Type.Enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']),
  active: Type.Boolean(),
});
export type MerchForm = Static<typeof MerchForm>;

export const vatCodes = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** What the form starts with. */
export function merchForm(merch: Merch | null, language: Language): Partial<MerchForm> {
  if (merch === null)
    return {
      title_ru: '',
      title_en: '',
      description_ru: '',
      description_en: '',
      price: '',
      vat_code: '1',
      active: true,
    };
  return {
    title_ru: merch.title.ru,
    title_en: merch.title.en,
    description_ru: merch.description.ru,
    description_en: merch.description.en,
    price: sumText(merch.price.amount, language),
    stock: merch.stock,
    vat_code: vatCodes.find((code) => Number(code) === merch.vat_code) ?? '1',
    active: merch.active,
  };
}

/** What is sent besides the picture; undefined when the price is beyond what an article may cost. */
export function merchBody(
  values: MerchForm,
): Omit<BodyOf<typeof createMerch>, 'picture_file_id'> | undefined {
  const amount = kopecksOf(values.price);
  if (amount === undefined || amount > priceLimit) return undefined;
  return {
    title: { ru: values.title_ru.trim(), en: values.title_en.trim() },
    description: { ru: values.description_ru.trim(), en: values.description_en.trim() },
    price: { amount, currency: 'RUB' },
    stock: values.stock,
    vat_code: Number(values.vat_code),
    active: values.active,
  };
}
