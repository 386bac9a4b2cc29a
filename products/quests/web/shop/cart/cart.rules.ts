import type { Static } from 'typebox';
import type { Merch, Price } from '../../../contract/index.ts';

/** What somebody wants, as it is kept in the browser. */
export interface CartLine {
  readonly merch_id: string;
  readonly quantity: number;
}

export type Cart = readonly CartLine[];

/** One order takes no more, by its contract. */
export const maxQuantity = 20;
export const maxLines = 20;

const clamp = (quantity: number): number => Math.min(maxQuantity, Math.max(0, Math.trunc(quantity)));

export function quantityOf(cart: Cart, merchId: string): number {
  return cart.find(({ merch_id }) => merch_id === merchId)?.quantity ?? 0;
}

export function pieceCount(cart: Cart): number {
  return cart.reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Sets the quantity of an article; 0 takes it out, a full cart takes nothing new. */
export function withQuantity(cart: Cart, merchId: string, quantity: number): Cart {
  const wanted = clamp(quantity);
  if (wanted === 0) return cart.filter(({ merch_id }) => merch_id !== merchId);
  const known = cart.some(({ merch_id }) => merch_id === merchId);
  if (!known) return cart.length >= maxLines ? cart : [...cart, { merch_id: merchId, quantity: wanted }];
  return cart.map((line) => (line.merch_id === merchId ? { ...line, quantity: wanted } : line));
}

/** Puts more of an article in, never beyond what there is. */
export function withMore(cart: Cart, merchId: string, quantity: number, stock: number): Cart {
  const before = quantityOf(cart, merchId);
  return withQuantity(cart, merchId, Math.max(before, Math.min(before + quantity, stock)));
}

/** How many more of an article fit. */
export function roomFor(cart: Cart, merchId: string, stock: number): number {
  const before = quantityOf(cart, merchId);
  if (before === 0 && cart.length >= maxLines) return 0;
  return Math.max(0, Math.min(stock, maxQuantity) - before);
}

function isLine(value: unknown): value is CartLine {
  if (typeof value !== 'object' || value === null) return false;
  if (!('merch_id' in value) || !('quantity' in value)) return false;
  const { merch_id, quantity } = value;
  return typeof merch_id === 'string' && /^[0-9a-f-]{36}$/.test(merch_id) && Number.isInteger(quantity);
}

/** The cart out of what the browser kept; whatever makes no sense is left out. */
export function cartFrom(kept: unknown): Cart {
  if (!Array.isArray(kept)) return [];
  const lines: readonly unknown[] = kept;
  return lines
    .filter(isLine)
    .reduce<Cart>((cart, { merch_id, quantity }) => withQuantity(cart, merch_id, quantity), []);
}

/** A line against what the shop has now. `quantity` is what would be ordered. */
export type MetLine =
  | { readonly kind: 'loading'; readonly id: string }
  /** Not sold any more. */
  | { readonly kind: 'gone'; readonly id: string }
  | { readonly kind: 'sold_out'; readonly id: string; readonly merch: Merch }
  | {
      readonly kind: 'good' | 'lowered';
      readonly id: string;
      readonly merch: Merch;
      readonly quantity: number;
    };

/** Articles by id: null for what is gone, nothing for what is not known yet. */
export function meet(cart: Cart, articles: ReadonlyMap<string, Merch | null>): readonly MetLine[] {
  return cart.map(({ merch_id: id, quantity }): MetLine => {
    const merch = articles.get(id);
    if (merch === undefined) return { kind: 'loading', id };
    if (merch === null || !merch.active) return { kind: 'gone', id };
    if (merch.stock <= 0) return { kind: 'sold_out', id, merch };
    if (quantity > merch.stock) return { kind: 'lowered', id, merch, quantity: merch.stock };
    return { kind: 'good', id, merch, quantity };
  });
}

export interface OrderableLine {
  readonly id: string;
  readonly merch: Merch;
  readonly quantity: number;
}

/** What would be ordered. */
export function orderable(lines: readonly MetLine[]): readonly OrderableLine[] {
  return lines.flatMap((line) => (line.kind === 'good' || line.kind === 'lowered' ? [line] : []));
}

/** What it costs; `mixed` for articles of several currencies, null for nothing. */
export function totalOf(lines: readonly OrderableLine[]): Static<typeof Price> | 'mixed' | null {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  const { currency } = first.merch.price;
  if (others.some(({ merch }) => merch.price.currency !== currency)) return 'mixed';
  return {
    amount: lines.reduce((sum, { merch, quantity }) => sum + merch.price.amount * quantity, 0),
    currency,
  };
}
