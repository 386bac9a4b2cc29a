import { useCallback, useLayoutEffect } from 'react';
import { asProblem, type StreamEvent, useApi, useInvalidate, useSession } from '#platform/web';
import {
  chatStream,
  continueStream,
  getConversation,
  listConversations,
  regenerateStream,
} from '../../../contract/index.ts';
import { type Exchange, isRunning, type Request } from './exchange.rules.ts';
import { placeOf, useExchangeStore } from './exchange-store.ts';

const running = new Map<string, AbortController>();

const isAbort = (error: unknown): boolean => error instanceof DOMException && error.name === 'AbortError';

export interface ExchangeControl {
  /** What is under way in this conversation. */
  readonly exchange: Exchange | null;
  /** Asks; does nothing while this conversation waits for an answer. */
  send(request: Request): Promise<void>;
  /** Ends the answer, at the server too; what was written stays. */
  stop(): void;
  clear(): void;
}

/** Forgets what the person before at this browser was talking about, and lets go of answers made for them. */
export function useOwnExchanges(): void {
  const userId = useSession().user?.id;
  useLayoutEffect(() => {
    const { ownerId, own } = useExchangeStore.getState();
    if (userId === undefined || ownerId === userId) return;
    for (const controller of running.values()) controller.abort();
    own(userId);
  }, [userId]);
}

/** Talks to an assistant over the stream, whatever page is open meanwhile. */
export function useExchange(role: string, conversationId: string | null): ExchangeControl {
  const { stream } = useApi();
  const invalidate = useInvalidate();
  const place = placeOf(role, conversationId);
  const exchange = useExchangeStore(({ exchanges }) => exchanges[place] ?? null);

  const send = useCallback(
    async (request: Request) => {
      const store = useExchangeStore.getState();
      if (isRunning(store.exchanges[place])) return;
      const controller = new AbortController();
      let here = place;
      running.set(here, controller);
      store.begin(role, conversationId, request);
      const tell = (event: Parameters<typeof store.advance>[1]): void => {
        const there = store.advance(here, event);
        if (there === here) return;
        running.delete(here);
        running.set(there, controller);
        here = there;
      };
      const hear = (event: StreamEvent): void => tell({ kind: 'received', event });
      try {
        if (request.kind === 'ask') {
          const body = {
            message: request.message,
            ...(conversationId === null ? {} : { conversation_id: conversationId }),
            ...(request.projectId === null ? {} : { project_id: request.projectId }),
            ...(request.files.length === 0 ? {} : { file_ids: request.files.map(({ id }) => id) }),
            ...(request.editOf === null ? {} : { edit_of: request.editOf }),
          };
          await stream(chatStream, { params: { role }, body }, hear, controller.signal);
        } else {
          const route = request.kind === 'continue' ? continueStream : regenerateStream;
          await stream(route, { params: { id: request.answerId } }, hear, controller.signal);
        }
        tell({ kind: 'ended' });
      } catch (error) {
        tell(
          isAbort(error) || controller.signal.aborted
            ? { kind: 'stopped' }
            : { kind: 'failed', problem: asProblem(error) },
        );
      } finally {
        if (running.get(here) === controller) running.delete(here);
        await invalidate(getConversation, listConversations);
      }
    },
    [stream, invalidate, place, role, conversationId],
  );

  const stop = useCallback(() => running.get(place)?.abort(), [place]);
  const clear = useCallback(() => useExchangeStore.getState().clear(place), [place]);
  return { exchange, send, stop, clear };
}
