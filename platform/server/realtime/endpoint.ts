import type { AcceptedSocket } from './gate.ts';

/** A WebSocket endpoint of a module, with a protocol of its own behind the common gate. */
export interface SocketEndpoint {
  /**
   * Called when somebody came in; register `onText` before the first await, or texts are lost. Closing is up to
   * the endpoint. A failure closes the socket with 1011.
   */
  onOpen(
    socket: AcceptedSocket,
    params: Readonly<Record<string, string>>,
    query: URLSearchParams,
  ): void | Promise<void>;
}

/** Serves WebSockets of a path pattern: `/chats/:chat_id/:user_id`. */
export type MountSocket = (path: string, endpoint: SocketEndpoint) => void;
