import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';

/**
 * `hangs` takes everything and never answers; `errors` says the scan failed; `limits` says the stream is too long;
 * `drops` closes without a word; `mumbles` answers what nobody understands.
 */
export type ClamdBehaviour = 'works' | 'hangs' | 'errors' | 'limits' | 'drops' | 'mumbles';

/** clamd on a free loopback port: PING and INSTREAM; finds `testVirus`. */
export interface ClamdDouble {
  readonly port: number;
  /** Bytes of each stream so far. */
  readonly scanned: readonly number[];
  behave(behaviour: ClamdBehaviour): void;
  close(): Promise<void>;
}

/** What the double takes for malware. The real test string would alarm scanners that read source. */
export const testVirus = 'QUINTET-TEST-VIRUS';

/** Reads the chunks of INSTREAM: four bytes of length, then the bytes, until a length of zero. */
function streamOf(received: Buffer): Buffer | undefined {
  const chunks: Buffer[] = [];
  let at = 0;
  while (at + 4 <= received.length) {
    const length = received.readUInt32BE(at);
    at += 4;
    if (length === 0) return Buffer.concat(chunks);
    if (at + length > received.length) return undefined;
    chunks.push(received.subarray(at, at + length));
    at += length;
  }
  return undefined;
}

const answers: Readonly<Record<Exclude<ClamdBehaviour, 'works' | 'hangs' | 'drops'>, string>> = {
  errors: "stream: Can't allocate memory ERROR",
  limits: 'INSTREAM size limit exceeded. ERROR',
  mumbles: 'stream: perhaps',
};

/** Starts the double. */
export async function startClamdDouble(): Promise<ClamdDouble> {
  const scanned: number[] = [];
  const sockets = new Set<Socket>();
  let behaviour: ClamdBehaviour = 'works';

  function verdict(stream: Buffer): string {
    if (behaviour === 'errors' || behaviour === 'limits' || behaviour === 'mumbles')
      return answers[behaviour];
    return stream.includes(testVirus) ? 'stream: Quintet.Test FOUND' : 'stream: OK';
  }

  function serve(socket: Socket): void {
    let received = Buffer.alloc(0);
    let isAnswered = false;
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      if (behaviour === 'hangs' || isAnswered) return;
      if (behaviour === 'drops') {
        socket.destroy();
        return;
      }
      received = Buffer.concat([received, Buffer.from(chunk)]);
      const [command = ''] = received.toString('latin1').split(/[\0\n]/, 1);
      if (/^[zn]?PING/.test(command)) {
        isAnswered = true;
        // Answers end as the command asked: `z` with NUL, all others with a line feed.
        socket.end(command.startsWith('z') ? 'PONG\0' : 'PONG\n');
        return;
      }
      const stream = streamOf(received.subarray(command.length + 1));
      if (stream === undefined) return;
      isAnswered = true;
      scanned.push(stream.length);
      socket.end(`${verdict(stream)}\0`);
    });
  }

  const server = createServer(serve);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The double got no port');
  return {
    port: address.port,
    scanned,
    behave: (next) => {
      behaviour = next;
    },
    async close() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}
