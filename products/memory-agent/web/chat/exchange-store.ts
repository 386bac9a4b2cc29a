import { create } from 'zustand';
import { advance, beginExchange, type Exchange, type ExchangeEvent } from './exchange.rules.ts';

interface ExchangeState {
  /** Whose it is: the next person at this browser sees nothing of it. */
  readonly ownerId: string | null;
  readonly exchange: Exchange | null;
  /** Typed and not yet sent, by conversation; the empty name is the new conversation. */
  readonly drafts: Readonly<Record<string, string>>;
  own(ownerId: string): void;
  begin(message: string, conversationId: string | null): void;
  /** What was typed while a conversation had no name yet comes along when it gets one. */
  advance(event: ExchangeEvent): void;
  /** The address names the conversation that began here, or leads elsewhere. */
  arrive(): void;
  clear(): void;
  draft(conversationId: string | null, text: string): void;
}

/** The exchange under way survives leaving the page; there is one at a time. */
export const useExchangeStore = create<ExchangeState>()((set) => ({
  ownerId: null,
  exchange: null,
  drafts: {},
  own: (ownerId) => set({ ownerId, exchange: null, drafts: {} }),
  begin: (message, conversationId) =>
    set(({ exchange }) => ({ exchange: beginExchange(message, conversationId, exchange) })),
  advance: (event) =>
    set(({ exchange, drafts }) => {
      if (exchange === null) return {};
      const next = advance(exchange, event);
      const born = exchange.conversationId === null ? next.conversationId : null;
      if (born === null) return { exchange: next };
      return { exchange: next, drafts: { ...drafts, '': '', [born]: drafts[''] ?? '' } };
    }),
  arrive: () =>
    set(({ exchange }) =>
      exchange === null || exchange.conversationId === null
        ? {}
        : { exchange: { ...exchange, origin: exchange.conversationId } },
    ),
  clear: () => set({ exchange: null }),
  draft: (conversationId, text) =>
    set(({ drafts }) => ({ drafts: { ...drafts, [conversationId ?? '']: text } })),
}));
