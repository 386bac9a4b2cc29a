import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';

/** As much of a Redis server as the cache talks to, over TCP; it can go away and come back on its port. */
export interface RedisDouble {
  readonly url: string;
  connections(): number;
  subscriptions(): number;
  /** Closes the port and every connection; what is stored stays. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

const bulk = (text: string | undefined): string =>
  text === undefined ? '$-1\r\n' : `$${Buffer.byteLength(text)}\r\n${text}\r\n`;
const list = (items: readonly string[]): string => `*${items.length}\r\n${items.join('')}`;
const integer = (value: number): string => `:${value}\r\n`;

/** Takes complete commands (arrays of bulk strings) off the front; returns what is left. */
function takeCommands(buffer: Buffer, onCommand: (command: readonly string[]) => void): Buffer {
  let rest = buffer;
  for (;;) {
    let offset = 0;
    const line = (): string | undefined => {
      const end = rest.indexOf('\r\n', offset);
      if (end < 0) return undefined;
      const text = rest.toString('utf8', offset + 1, end);
      offset = end + 2;
      return text;
    };
    const count = line();
    if (count === undefined) return rest;
    const parts: string[] = [];
    while (parts.length < Number(count)) {
      const length = line();
      if (length === undefined || rest.length < offset + Number(length) + 2) return rest;
      parts.push(rest.toString('utf8', offset, offset + Number(length)));
      offset += Number(length) + 2;
    }
    rest = rest.subarray(offset);
    onCommand(parts);
  }
}

export async function startRedisDouble(): Promise<RedisDouble> {
  const values = new Map<string, string>();
  const sockets = new Set<Socket>();
  const subscribers = new Map<Socket, Set<string>>();

  function answer(socket: Socket, [name = '', ...args]: readonly string[]): string {
    const [first = '', second = ''] = args;
    switch (name.toLowerCase()) {
      case 'info':
        return bulk('redis_version:7.2.0\r\nloading:0\r\n');
      case 'get':
        return bulk(values.get(first));
      case 'set':
        values.set(first, second);
        return '+OK\r\n';
      case 'unlink':
        return integer(args.filter((key) => values.delete(key)).length);
      case 'scan': {
        const start = (args[2] ?? '').replace(/\*$/, '');
        return list([bulk('0'), list([...values.keys()].filter((key) => key.startsWith(start)).map(bulk))]);
      }
      case 'subscribe':
        subscribers.set(socket, (subscribers.get(socket) ?? new Set()).add(first));
        return list([bulk('subscribe'), bulk(first), integer(1)]);
      case 'publish':
        return integer(publish(first, second));
      default:
        return '+OK\r\n';
    }
  }

  function publish(channel: string, message: string): number {
    const listening = [...subscribers].filter(([, channels]) => channels.has(channel));
    for (const [socket] of listening) socket.write(list([bulk('message'), bulk(channel), bulk(message)]));
    return listening.length;
  }

  function serve(socket: Socket): void {
    let rest: Buffer = Buffer.alloc(0);
    sockets.add(socket);
    socket.on('data', (chunk: Buffer) => {
      rest = takeCommands(Buffer.concat([rest, chunk]), (command) => socket.write(answer(socket, command)));
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      sockets.delete(socket);
      subscribers.delete(socket);
    });
  }

  async function listen(port: number): Promise<{ server: Server; port: number }> {
    const server = createServer(serve).listen(port, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { server, port: address.port };
  }

  let { server, port } = await listen(0);
  async function goAway(): Promise<void> {
    if (!server.listening) return;
    const closed = once(server, 'close');
    server.close();
    for (const socket of sockets) socket.destroy();
    await closed;
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    connections: () => sockets.size,
    subscriptions: () => subscribers.size,
    goAway,
    comeBack: async () => {
      server = (await listen(port)).server;
    },
    close: goAway,
  };
}
