interface Limits {
  /** Minor units. */
  readonly minimum: number;
  readonly payable: number;
}

/** Why so much cannot be asked for, or null; minor units. */
export function amountFault(
  amount: number,
  { minimum, payable }: Limits,
): 'no_amount' | 'below_minimum' | 'above_payable' | null {
  if (!Number.isInteger(amount) || amount <= 0) return 'no_amount';
  if (amount < minimum) return 'below_minimum';
  return amount > payable ? 'above_payable' : null;
}
