import { Refusal } from '#base/refusal';
import type { Tenants } from '#capabilities/tenants/server';
import type { AcceptedSocket, SocketEndpoint } from '#platform/server/realtime';
import { closeCodes } from '#platform/server/realtime';
import type { Log } from '#platform/server/telemetry';
import { maxSocketAnswers, type SocketClientFrame, type SocketServerFrame } from '../../contract/index.ts';
import type { Exchange, ExchangeEvent, ExchangeStream, Utterance } from '../exchange/exchange.ts';
import { parseClientFrame } from './client-frame.rules.ts';

interface Dependencies {
  readonly exchange: Exchange;
  readonly tenants: Tenants;
  readonly log: Log;
  /** How an event is written. */
  readonly present: (event: ExchangeEvent) => Pick<SocketServerFrame, 'type' | 'data'>;
  readonly presentRefusal: (refusal: Refusal) => unknown;
}

type Asking = Exclude<SocketClientFrame, { type: 'stop' }>;

const chatScope = 'assistants:chat';

/** `/api/assistants/ws`: any number of conversations of one person over one connection. */
export function createChatSocket(dependencies: Dependencies): SocketEndpoint {
  const { exchange, tenants, log, present, presentRefusal } = dependencies;

  function streamOf(frame: Asking, utterance: Utterance): ExchangeStream {
    if (frame.type !== 'ask')
      return frame.type === 'regenerate'
        ? exchange.regenerate(utterance, frame.id)
        : exchange.continue(utterance, frame.id);
    const { role, message, conversation_id, project_id, file_ids, edit_of } = frame;
    return exchange.ask({
      ...utterance,
      role,
      text: message,
      ...(conversation_id === undefined ? {} : { conversationId: conversation_id }),
      ...(project_id === undefined ? {} : { projectId: project_id }),
      ...(file_ids === undefined ? {} : { fileIds: file_ids }),
      ...(edit_of === undefined ? {} : { editOf: edit_of }),
    });
  }

  function serve(socket: AcceptedSocket): void {
    const { caller } = socket;
    const running = new Map<string, AbortController>();
    const say = (frame: SocketServerFrame): void => socket.send(Buffer.from(JSON.stringify(frame)));
    const refuse = (ref: string, code: string, detail: string): void =>
      say({ type: 'error', ref, data: { code, detail } });

    async function answer(frame: Asking, { signal }: AbortController): Promise<void> {
      const { ref, company_id: companyId, locale = 'ru' } = frame;
      const workspace = await tenants.workspace(caller, companyId);
      signal.throwIfAborted();
      for await (const event of streamOf(frame, { workspace, locale, signal }))
        say({ ref, ...present(event) });
    }

    function begin(frame: Asking): void {
      const { ref } = frame;
      if (running.has(ref)) {
        refuse(ref, 'assistants.ref_taken', 'An answer of this name is running.');
        return;
      }
      if (running.size >= maxSocketAnswers) {
        refuse(ref, 'assistants.too_many_answers', `At most ${maxSocketAnswers} answers at once.`);
        return;
      }
      const controller = new AbortController();
      running.set(ref, controller);
      answer(frame, controller)
        .catch((error: unknown) => {
          if (error instanceof Refusal) say({ type: 'error', ref, data: presentRefusal(error) });
          else if (controller.signal.aborted) say({ type: 'stopped', ref, data: null });
          else {
            log.error({ err: error }, 'An answer on a socket failed');
            refuse(ref, 'assistants.failed', 'Something went wrong. What was said so far is kept.');
          }
        })
        .finally(() => running.delete(ref));
    }

    socket.onText((text) => {
      const frame = parseClientFrame(text);
      if (frame === undefined) {
        say({ type: 'error', data: { code: 'assistants.bad_frame', detail: 'Not understood.' } });
        return;
      }
      if (frame.type === 'stop') running.get(frame.ref)?.abort(new Error('Stopped by its person.'));
      else begin(frame);
    });
    socket.onClose(() => {
      for (const controller of running.values()) controller.abort(new Error('The connection has gone.'));
    });
  }

  return {
    onOpen(socket) {
      const { scopes } = socket.caller;
      if (scopes !== null && !scopes.has(chatScope))
        return socket.close(closeCodes.forbidden, 'This key may not chat.');
      serve(socket);
    },
  };
}
