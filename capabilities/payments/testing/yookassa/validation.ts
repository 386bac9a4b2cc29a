import { kopecks, type WireAmount, WireError } from './objects.ts';

type Json = Readonly<Record<string, unknown>>;

function invalid(parameter: string): WireError {
  return new WireError(400, 'invalid_request', parameter);
}

export function objectOf(value: unknown, parameter: string): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw invalid(parameter);
  return Object.fromEntries(Object.entries(value));
}

export function textOf(value: unknown, parameter: string, max: number): string {
  if (typeof value !== 'string' || value === '' || value.length > max) throw invalid(parameter);
  return value;
}

export function amountIn(value: unknown, parameter = 'amount'): WireAmount {
  const { value: text, currency } = objectOf(value, parameter);
  if (typeof text !== 'string' || !/^\d+\.\d{2}$/.test(text) || Number(text) <= 0) {
    throw invalid(`${parameter}.value`);
  }
  return { value: text, currency: textOf(currency, `${parameter}.currency`, 3) };
}

export function metadataIn(value: unknown): Readonly<Record<string, string>> {
  const entries = Object.entries(value === undefined ? {} : objectOf(value, 'metadata'));
  if (entries.length > 16) throw invalid('metadata');
  return Object.fromEntries(
    entries.map(([name, text]) => {
      if (name.length > 32) throw invalid('metadata');
      return [name, textOf(text, 'metadata', 512)];
    }),
  );
}

/** Items of a receipt: their form, and that price × quantity adds up. */
export function itemsIn(receipt: Json, total: WireAmount): readonly unknown[] {
  const { items } = receipt;
  if (!Array.isArray(items) || items.length === 0 || items.length > 80) throw invalid('receipt.items');
  let sum = 0;
  for (const item of items) {
    const { description, quantity, amount, vat_code, payment_mode, measure } = objectOf(
      item,
      'receipt.items',
    );
    textOf(description, 'receipt.items.description', 128);
    textOf(measure, 'receipt.items.measure', 20);
    if (typeof quantity !== 'number' || quantity <= 0) throw invalid('receipt.items.quantity');
    if (!Number.isInteger(vat_code) || Number(vat_code) < 1 || Number(vat_code) > 12) {
      throw invalid('receipt.items.vat_code');
    }
    if (payment_mode !== 'full_prepayment' && payment_mode !== 'full_payment') {
      throw invalid('receipt.items.payment_mode');
    }
    sum += Math.round(kopecks(amountIn(amount, 'receipt.items.amount')) * quantity);
  }
  if (sum !== kopecks(total)) throw invalid('receipt.items');
  return items;
}

/** With "Чеки от ЮKassa" the customer's address is mandatory. */
export function receiptIn(value: unknown, total: WireAmount): readonly unknown[] {
  const receipt = objectOf(value, 'receipt');
  const { email } = objectOf(receipt['customer'], 'receipt.customer');
  textOf(email, 'receipt.customer.email', 254);
  return itemsIn(receipt, total);
}
