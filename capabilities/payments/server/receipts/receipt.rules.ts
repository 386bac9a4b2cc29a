import type { Money } from '#base/money';
import { Refusal } from '#base/refusal';
import type { ReceiptLine } from '../index.ts';

const maxLines = 80;
const maxDescription = 128;

/** What a line costs, in minor units. */
export function lineSum({ quantity, unitPrice }: Pick<ReceiptLine, 'quantity' | 'unitPrice'>): number {
  return Math.round(quantity * unitPrice.amount);
}

function faultOf(line: ReceiptLine, amount: Money): string | undefined {
  const { description, quantity, unitPrice, vatCode } = line;
  if (description.trim() === '' || description.length > maxDescription)
    return 'a description of 1 to 128 characters';
  // Three decimals are what fiscal registers keep.
  const thousandths = quantity * 1_000;
  if (!(quantity > 0) || Math.abs(thousandths - Math.round(thousandths)) > 1e-6)
    return 'a quantity above zero with three decimals at most';
  if (!Number.isSafeInteger(unitPrice.amount) || unitPrice.amount < 0) return 'a price in whole minor units';
  if (unitPrice.currency !== amount.currency) return 'a price in the currency of the payment';
  if (!Number.isInteger(vatCode) || vatCode < 1 || vatCode > 12) return 'a VAT code from 1 to 12';
  return undefined;
}

/** Refuses lines that no 54-ФЗ receipt may carry, and lines that do not add up to the sum. */
export function checkReceipt(amount: Money, lines: readonly ReceiptLine[]): void {
  const refuse = (message: string): never => {
    throw new Refusal('invalid', 'payments.receipt_invalid', message);
  };
  if (lines.length === 0 || lines.length > maxLines) refuse('A receipt has 1 to 80 lines.');
  lines.forEach((line, index) => {
    const fault = faultOf(line, amount);
    if (fault !== undefined) refuse(`Line ${index + 1} of the receipt needs ${fault}.`);
  });
  const sum = lines.reduce((total, line) => total + lineSum(line), 0);
  if (sum !== amount.amount) refuse('The lines of the receipt do not add up to the sum of the payment.');
}

/**
 * The lines of a receipt over a part of the sum: every line shrinks in proportion, the kopecks left over go to
 * the lines that lost most, so that the new lines add up exactly. Lines of nothing are left out.
 */
export function linesForPart(lines: readonly ReceiptLine[], part: number): readonly ReceiptLine[] {
  const whole = lines.reduce((total, line) => total + lineSum(line), 0);
  if (part === whole) return lines;
  const shares = lines.map((line, index) => {
    const exact = (lineSum(line) * part) / whole;
    return { line, index, sum: Math.floor(exact), lost: exact - Math.floor(exact) };
  });
  let rest = part - shares.reduce((total, { sum }) => total + sum, 0);
  for (const share of [...shares].sort((left, right) => right.lost - left.lost || left.index - right.index)) {
    if (rest <= 0) break;
    share.sum += 1;
    rest -= 1;
  }
  return shares
    .filter(({ sum }) => sum > 0)
    .map(({ line, sum }) => ({
      ...line,
      quantity: 1,
      unitPrice: { amount: sum, currency: line.unitPrice.currency },
    }));
}
