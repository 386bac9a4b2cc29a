import { WebSocket } from 'ws';

/** One person's connection for notices, or to a room of the chat. */
export interface Connection {
  /** What came, in its order. */
  readonly frames: readonly unknown[];
  readonly opened: Promise<void>;
  /** The code it was closed with. */
  readonly closed: Promise<number>;
  say(frame: unknown): void;
  cut(): void;
}

/** Connects with an access token, as a browser does. */
export function connect(target: string, path: string, token: string): Connection {
  const address = `${target.replace(/^http/, 'ws')}${path}`;
  const socket = new WebSocket(address, ['quintet', `access_token.${token}`]);
  const frames: unknown[] = [];
  socket.on('error', () => undefined);
  socket.on('message', (data) => frames.push(JSON.parse(data.toString())));
  return {
    frames,
    opened: new Promise((resolve) => socket.once('open', () => resolve())),
    closed: new Promise((resolve) => socket.once('close', (code) => resolve(code))),
    say: (frame) => socket.send(JSON.stringify(frame)),
    cut: () => socket.terminate(),
  };
}
