import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a double does instead of answering well: a status, or no answer at all. */
export type Misbehaviour =
  | { readonly kind: 'works' }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  | { readonly kind: 'hangs' };

export interface DoubleServer {
  /** Without a trailing slash. */
  readonly url: string;
  /** How many requests came, good and bad. */
  readonly requests: () => number;
  /** From now on. */
  behave(misbehaviour: Misbehaviour): void;
  close(): Promise<void>;
}

/** Answers a request it misbehaved at itself with true. */
type Answer = (
  request: IncomingMessage,
  response: ServerResponse,
  misbehaves: () => boolean,
) => Promise<void>;

/** An HTTP server on a free loopback port that can misbehave. */
export async function startDoubleServer(
  answer: Answer,
  trouble?: (response: ServerResponse, status: number) => void,
): Promise<DoubleServer> {
  let behaviour: Misbehaviour = { kind: 'works' };
  let requests = 0;
  const server = createServer((request, response) => {
    requests += 1;
    const misbehaves = (): boolean => {
      if (behaviour.kind === 'works') return false;
      if (behaviour.kind === 'status') {
        const { status, retryAfter } = behaviour;
        if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
        if (trouble === undefined) response.writeHead(status).end();
        else trouble(response, status);
      }
      return true;
    };
    answer(request, response, misbehaves).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  if (at === null || typeof at === 'string') throw new Error('The double has no port.');
  return {
    url: `http://127.0.0.1:${at.port}`,
    requests: () => requests,
    behave(misbehaviour) {
      behaviour = misbehaviour;
    },
    async close() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
