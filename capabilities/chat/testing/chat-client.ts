import { WebSocket } from 'ws';
import type { ChatMessage, ClientFrame, ServerFrame } from '../contract/index.ts';

export interface ChatClientOptions {
  /** `http://127.0.0.1:1234`. */
  readonly url: string;
  readonly roomId: string;
  readonly userId: string;
  readonly token: string;
  /** Where to go on from. */
  readonly after?: { readonly seq: number; readonly rev?: number };
}

/** One person's socket in a room, as a client sees it. */
export interface ChatClient {
  readonly frames: readonly ServerFrame[];
  /** In the order they came. */
  readonly messages: readonly ChatMessage[];
  readonly opened: Promise<void>;
  readonly closed: Promise<number>;
  say(frame: ClientFrame): void;
  /** Anything at all. */
  write(text: string): void;
  /** Breaks off without a farewell. */
  cut(): void;
}

/** Connects; the outcome is in `opened` and `closed`. */
export function connectChat({ url, roomId, userId, token, after }: ChatClientOptions): ChatClient {
  const query =
    after === undefined
      ? ''
      : `?after_seq=${after.seq}${after.rev === undefined ? '' : `&after_rev=${after.rev}`}`;
  const address = `${url.replace(/^http/, 'ws')}/chats/${roomId}/${userId}${query}`;
  const socket = new WebSocket(address, ['quintet', `access_token.${token}`]);
  const frames: ServerFrame[] = [];
  const messages: ChatMessage[] = [];
  socket.on('error', () => undefined);
  socket.on('message', (data) => {
    const frame: ServerFrame = JSON.parse(data.toString());
    frames.push(frame);
    if (frame.type === 'message') messages.push(frame.message);
  });
  return {
    frames,
    messages,
    opened: new Promise((resolve) => socket.once('open', () => resolve())),
    closed: new Promise((resolve) => socket.once('close', (code) => resolve(code))),
    say: (frame) => socket.send(JSON.stringify(frame)),
    write: (text) => socket.send(text),
    cut: () => socket.terminate(),
  };
}
