import { create } from 'zustand';
import { advance, beginExchange, type Exchange, type ExchangeEvent, type Request } from './exchange.rules.ts';

/** Where an exchange or a draft belongs: a conversation, or the one that is about to begin with an assistant. */
export const placeOf = (role: string, conversationId: string | null): string =>
  conversationId ?? `new:${role}`;

interface ExchangeState {
  /** Whose they are: the next person at this browser sees nothing of them. */
  readonly ownerId: string | null;
  /** By place; one at most in each. */
  readonly exchanges: Readonly<Record<string, Exchange>>;
  /** Conversations that began here and that the address does not name yet, by assistant. */
  readonly born: Readonly<Record<string, string>>;
  own(ownerId: string): void;
  begin(role: string, conversationId: string | null, request: Request): void;
  /** Answers the place, which is another one once the conversation has a name. */
  advance(place: string, event: ExchangeEvent): string;
  /** The address names the conversation that began here, or leads elsewhere. */
  arrive(role: string): void;
  clear(place: string): void;
}

const without = <Value>(record: Readonly<Record<string, Value>>, key: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== key));

/** Answers under way survive leaving the page. */
export const useExchangeStore = create<ExchangeState>()((set, get) => ({
  ownerId: null,
  exchanges: {},
  born: {},
  own: (ownerId) => set({ ownerId, exchanges: {}, born: {} }),
  begin: (role, conversationId, request) =>
    set(({ exchanges }) => ({
      exchanges: {
        ...exchanges,
        [placeOf(role, conversationId)]: beginExchange(role, conversationId, request),
      },
    })),
  advance: (place, event) => {
    const { exchanges, born } = get();
    const exchange = exchanges[place];
    if (exchange === undefined) return place;
    const next = advance(exchange, event);
    const there = placeOf(next.role, next.conversationId);
    set({
      exchanges: { ...without(exchanges, place), [there]: next },
      ...(there === place || next.conversationId === null
        ? {}
        : { born: { ...born, [next.role]: next.conversationId } }),
    });
    return there;
  },
  arrive: (role) => set(({ born }) => (born[role] === undefined ? {} : { born: without(born, role) })),
  clear: (place) => set(({ exchanges }) => ({ exchanges: without(exchanges, place) })),
}));
