import { create } from 'zustand';
import { advance, type Exchange, type ExchangeEvent } from './exchange.rules.ts';

interface ExchangeState {
  readonly exchange: Exchange | null;
  /** Typed and not yet sent, by conversation; the empty name is the new conversation. */
  readonly drafts: Readonly<Record<string, string>>;
  begin(exchange: Exchange): void;
  advance(event: ExchangeEvent): void;
  /** The page shows the conversation that began with this exchange. */
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
    set(({ exchange }) =>
      exchange === null ? {} : { exchange: { ...exchange, origin: exchange.conversationId } },
    ),
  clear: () => set({ exchange: null }),
  draft: (conversationId, text) =>
    set(({ drafts }) => ({ drafts: { ...drafts, [conversationId ?? '']: text } })),
}));
