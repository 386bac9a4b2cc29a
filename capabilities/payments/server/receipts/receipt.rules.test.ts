import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReceiptLine } from '../index.ts';
import { checkReceipt, lineSum, linesForPart } from './receipt.rules.ts';

function line(amount: number, quantity = 1, change: Partial<ReceiptLine> = {}): ReceiptLine {
  return {
    description: 'Приём врача',
    quantity,
    unitPrice: { amount, currency: 'RUB' },
    vatCode: 1,
    subject: 'service',
    ...change,
  };
}

const sumOf = (lines: readonly ReceiptLine[]) => lines.reduce((sum, one) => sum + lineSum(one), 0);
const anyLines = fc.array(
  fc
    .record({ price: fc.integer({ min: 1, max: 1_000_000 }), quantity: fc.integer({ min: 1, max: 9 }) })
    .map(({ price, quantity }) => line(price, quantity)),
  { minLength: 1, maxLength: 80 },
);

describe('receipts', () => {
  it('accept lines that add up', () => {
    fc.assert(
      fc.property(anyLines, (lines) => {
        checkReceipt({ amount: sumOf(lines), currency: 'RUB' }, lines);
      }),
    );
  });

  it.each([
    ['no lines', []],
    ['81 lines', Array.from({ length: 81 }, () => line(100))],
    ['another sum', [line(99)]],
    ['a long description', [line(100, 1, { description: 'x'.repeat(129) })]],
    ['an empty description', [line(100, 1, { description: ' ' })]],
    ['VAT code 0', [line(100, 1, { vatCode: 0 })]],
    ['VAT code 13', [line(100, 1, { vatCode: 13 })]],
    ['a quantity of nothing', [line(100, 0)]],
    ['four decimals', [line(100, 1.0001)]],
    ['another currency', [line(100, 1, { unitPrice: { amount: 100, currency: 'USD' } })]],
    ['half a kopeck', [line(100.5)]],
  ])('refuse %s', (_what, lines) => {
    expect(() => checkReceipt({ amount: 100, currency: 'RUB' }, lines)).toThrow(
      expect.objectContaining({ code: 'payments.receipt_invalid' }),
    );
  });

  it('shrink to any part exactly, and no line grows', () => {
    fc.assert(
      fc.property(anyLines, fc.double({ min: 0, max: 1, noNaN: true }), (lines, share) => {
        const part = Math.max(1, Math.floor(sumOf(lines) * share));
        const shrunk = linesForPart(lines, part);
        expect(sumOf(shrunk)).toBe(part);
        expect(shrunk.length).toBeLessThanOrEqual(lines.length);
        checkReceipt({ amount: part, currency: 'RUB' }, shrunk);
      }),
    );
  });
});
