import { useCallback, useLayoutEffect } from 'react';
import { asProblem, useApi, useInvalidate } from '#platform/web';
import { chatStream, getConversation, listConversations, memoryStats } from '../../contract/index.ts';
import { type Exchange, isRunning } from './exchange.rules.ts';
import { useExchangeStore } from './exchange-store.ts';

let running: AbortController | null = null;

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

export interface ExchangeControl {
  readonly exchange: Exchange | null;
  /** Sends a message into a conversation, or into a new one. Does nothing while an answer is being made. */
  send(message: string, conversationId: string | null): Promise<void>;
  /** Ends the answer; what was written stays. */
  stop(): void;
}

/** Forgets what the person before at this browser was talking about, and lets go of an answer made for them. */
export function useOwnExchange(userId: string | undefined): void {
  useLayoutEffect(() => {
    const { ownerId, own } = useExchangeStore.getState();
    if (userId === undefined || ownerId === userId) return;
    running?.abort();
    own(userId);
  }, [userId]);
}

/** Talks to the agent over the stream, whatever page is open meanwhile. */
export function useExchange(): ExchangeControl {
  const { stream } = useApi();
  const invalidate = useInvalidate();
  const exchange = useExchangeStore((state) => state.exchange);

  const send = useCallback(
    async (message: string, conversationId: string | null) => {
      const store = useExchangeStore.getState();
      if (isRunning(store.exchange)) return;
      const controller = new AbortController();
      running = controller;
      store.begin(message, conversationId);
      const body = conversationId === null ? { message } : { message, conversation_id: conversationId };
      try {
        await stream(
          chatStream,
          { body },
          (event) => store.advance({ kind: 'received', event }),
          controller.signal,
        );
        store.advance({ kind: 'ended' });
      } catch (error) {
        store.advance(
          isAbort(error) || controller.signal.aborted
            ? { kind: 'stopped' }
            : { kind: 'failed', problem: asProblem(error) },
        );
      } finally {
        if (running === controller) running = null;
        await invalidate(getConversation, listConversations, memoryStats);
      }
    },
    [stream, invalidate],
  );

  return { exchange, send, stop: () => running?.abort() };
}
