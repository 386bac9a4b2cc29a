import { create } from 'zustand';
import { advance, type Exchange, type ExchangeEvent } from './exchange.rules.ts';

interface ExchangeState {
  readonly exchange: Exchange | null;
  /** Typed and not yet sent, by conversation; the empty name is the new conversation. */
  readonly drafts: Readonly<Record<string, string>>;
  begin(exchange: Exchange): void;
  advance(event: ExchangeEvent): void;
  /** The page shows the conversation that began with this exchange; what was typed meanwhile comes along. */
  arrive(): void;
  clear(): void;
  draft(conversationId: string | null, text: string): void;
}

/** The exchange under way survives leaving the page; there is one at a time. */
export const useExchangeStore = create<ExchangeState>()((set) => ({
  exchange: null,
  drafts: {},
  begin: (exchange) => set({ exchange }),
  advance: (event) =>
    set(({ exchange }) => (exchange === null ? {} : { exchange: advance(exchange, event) })),
  arrive: () =>
    set(({ exchange, drafts }) => {
      if (exchange === null || exchange.conversationId === null) return {};
      const { conversationId } = exchange;
      const typed = drafts[conversationId] ?? drafts[''] ?? '';
      return {
        exchange: { ...exchange, origin: conversationId },
        drafts: { ...drafts, '': '', [conversationId]: typed },
      };
    }),
  clear: () => set({ exchange: null }),
  draft: (conversationId, text) =>
    set(({ drafts }) => ({ drafts: { ...drafts, [conversationId ?? '']: text } })),
}));
