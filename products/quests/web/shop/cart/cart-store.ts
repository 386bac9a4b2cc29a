import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import { type Cart, cartFrom, withMore, withQuantity } from './cart.rules.ts';

/** Where the cart is kept in this browser. */
export const cartKey = 'quintet.quests.cart';

interface CartState {
  readonly cart: Cart;
  add(merchId: string, quantity: number, stock: number): void;
  set(merchId: string, quantity: number): void;
  clear(): void;
}

/** The cart of this browser; it outlives the page and knows articles and quantities only, never prices. */
export const useCart = create<CartState>()(
  persist(
    (set) => ({
      cart: [],
      add: (merchId, quantity, stock) =>
        set(({ cart }) => ({ cart: withMore(cart, merchId, quantity, stock) })),
      set: (merchId, quantity) => set(({ cart }) => ({ cart: withQuantity(cart, merchId, quantity) })),
      clear: () => set({ cart: [] }),
    }),
    {
      name: cartKey,
      version: 1,
      storage: createJSONStorage(() => localStorage),
      partialize: ({ cart }) => ({ cart }),
      // Anything may stand there: another version of this program, or what somebody typed.
      merge: (kept, current) => ({
        ...current,
        cart: cartFrom(typeof kept === 'object' && kept !== null && 'cart' in kept ? kept.cart : undefined),
      }),
    },
  ),
);

/** Follows what other tabs put into the cart. */
export function followOtherTabs(): () => void {
  const hear = ({ key }: StorageEvent): void => {
    if (key === cartKey || key === null) void useCart.persist.rehydrate();
  };
  window.addEventListener('storage', hear);
  return () => window.removeEventListener('storage', hear);
}
