import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { Refusal } from '#base/refusal';
import { type Clock, systemClock } from '#base/time';
import type { Authenticator, Caller, Credentials } from '../http/caller.ts';
import type { Log } from '../telemetry/index.ts';
import { expiryOf, protocol, readCredentials } from './credentials.ts';
import { createMessageLimit } from './message-limit.ts';
import type { RealtimeHub } from './realtime.ts';
import type { DropTarget } from './types.ts';

/** Why the server ends a connection. `1009` (too large) comes from the protocol itself. */
export const closeCodes = {
  goingAway: 1001,
  malformed: 1008,
  failed: 1011,
  unauthenticated: 4401,
  forbidden: 4403,
  tooMany: 4429,
} as const;
export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];

export interface AcceptedSocket {
  readonly caller: Caller;
  readonly isOpen: () => boolean;
  /** Sends a text encoded by the caller, so that many sockets can share it. A slow consumer is cut off. */
  send(frame: Buffer): void;
  /** Sends any number of texts, framed by `frameTexts`, with one write: for what many sockets receive. */
  sendFramed(wire: Buffer): void;
  close(code: CloseCode, reason: string): void;
  onText(listener: (text: string) => void): void;
  onClose(listener: () => void): void;
}

/** Lets authenticated people in: origin, credentials, heartbeat, size and rate limits, slow consumers. */
export interface SocketGate {
  /** Finishes the upgrade. Answers undefined when the door stayed shut; the client knows why by then. */
  accept(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<AcceptedSocket | undefined>;
  close(): Promise<void>;
}

export interface GateOptions {
  readonly hub: Pick<RealtimeHub, 'onDrop'>;
  readonly authenticator: Authenticator;
  /** Origins of web pages that may connect (`https://example.org`); `*` for any. Programs send none. */
  readonly allowedOrigins: readonly string[];
  readonly log: Log;
  readonly clock?: Clock;
  readonly heartbeatMs?: number;
  readonly bufferLimit?: number;
}

const sizeLimit = 16 * 1_024;
const defaultBufferLimit = 1_024 * 1_024;
const defaultHeartbeatMs = 25_000;
const messagesAtOnce = 60;
const messagesRefillMs = 10_000;
const farewellMs = 2_000;
const longestTimerMs = 2 ** 31 - 1;

function matches(caller: Caller, target: DropTarget): boolean {
  return 'userId' in target ? caller.userId === target.userId : caller.sessionId === target.sessionId;
}

/** Signing in again would not help: the person is known and kept out. */
function isShutOut(error: unknown): boolean {
  return error instanceof Refusal && (error.kind === 'forbidden' || error.code.endsWith('.locked'));
}

export function createSocketGate(options: GateOptions): SocketGate {
  const { hub, authenticator, allowedOrigins, log, clock = systemClock } = options;
  const { heartbeatMs = defaultHeartbeatMs, bufferLimit = defaultBufferLimit } = options;
  const open = new Map<WebSocket, { readonly caller: Caller; alive: boolean }>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: sizeLimit,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
  });

  const heartbeat = setInterval(() => {
    for (const [webSocket, state] of open) {
      if (!state.alive) webSocket.terminate();
      else webSocket.ping();
      state.alive = false;
    }
  }, heartbeatMs);
  heartbeat.unref();

  const stopDrops = hub.onDrop((target) => {
    for (const [webSocket, { caller }] of open) {
      if (matches(caller, target)) webSocket.close(closeCodes.unauthenticated, 'Signed out.');
    }
  });

  /** Answers undefined when the request is no proper handshake: the library has refused it by then. */
  function upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<WebSocket | undefined> {
    return new Promise((resolve) => {
      socket.once('close', () => resolve(undefined));
      server.handleUpgrade(request, socket, head, resolve);
    });
  }

  async function identify(credentials: Credentials | undefined): Promise<Caller | CloseCode> {
    if (credentials === undefined) return closeCodes.unauthenticated;
    try {
      return await authenticator.authenticate(credentials);
    } catch (error) {
      if (!(error instanceof Refusal))
        log.error({ reason: String(error) }, 'A socket could not be authenticated.');
      return isShutOut(error) ? closeCodes.forbidden : closeCodes.unauthenticated;
    }
  }

  function wrap(
    webSocket: WebSocket,
    socket: Duplex,
    caller: Caller,
    endsAt: number | undefined,
  ): AcceptedSocket {
    const state = { caller, alive: true };
    const mayTalk = createMessageLimit(messagesAtOnce, messagesRefillMs);
    open.set(webSocket, state);
    const expiry =
      endsAt === undefined
        ? undefined
        : setTimeout(
            () => webSocket.close(closeCodes.unauthenticated, 'The token has expired.'),
            Math.min(endsAt - clock().getTime(), longestTimerMs),
          );
    webSocket.on('pong', () => {
      state.alive = true;
    });
    webSocket.on('close', () => {
      open.delete(webSocket);
      clearTimeout(expiry);
    });
    function keepsUp(): boolean {
      if (webSocket.readyState !== webSocket.OPEN) return false;
      if (webSocket.bufferedAmount <= bufferLimit) return true;
      log.info({ user: caller.userId }, 'A socket that read too slowly was cut off.');
      webSocket.terminate();
      return false;
    }

    return {
      caller,
      isOpen: () => webSocket.readyState === webSocket.OPEN,
      send(frame) {
        if (keepsUp()) webSocket.send(frame, { binary: false });
      },
      sendFramed(wire) {
        // Without compression the library writes each of its frames at once, so whole frames may stand between them.
        if (keepsUp()) socket.write(wire);
      },
      close: (code, reason) => webSocket.close(code, reason),
      onText(listener) {
        webSocket.on('message', (data, isBinary) => {
          state.alive = true;
          if (webSocket.readyState !== webSocket.OPEN) return;
          if (!mayTalk(clock().getTime())) webSocket.close(closeCodes.tooMany, 'Too many messages.');
          else if (isBinary) webSocket.close(closeCodes.malformed, 'Text only.');
          else listener(data.toString());
        });
      },
      onClose: (listener) => void webSocket.on('close', listener),
    };
  }

  return {
    async accept(request, socket, head) {
      const { origin } = request.headers;
      if (origin !== undefined && !allowedOrigins.includes('*') && !allowedOrigins.includes(origin)) {
        socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
        return undefined;
      }
      // Until the upgrade nobody else listens, and an unheard error would end the process.
      const ignore = () => undefined;
      socket.on('error', ignore);
      const credentials = readCredentials(request.headers['sec-websocket-protocol']);
      const caller = await identify(credentials);
      if (socket.destroyed) return undefined;
      const webSocket = await upgrade(request, socket, head);
      if (webSocket === undefined) return undefined;
      socket.off('error', ignore);
      webSocket.on('error', (error) => log.debug({ reason: error.message }, 'A socket failed.'));
      if (credentials === undefined || typeof caller === 'number') {
        // A browser shows the code of a closed connection to the page, but not the status of a refused one.
        const isKnown = caller === closeCodes.forbidden;
        webSocket.close(
          isKnown ? closeCodes.forbidden : closeCodes.unauthenticated,
          isKnown ? 'This account is locked.' : 'Sign in first.',
        );
        return undefined;
      }
      return wrap(webSocket, socket, caller, expiryOf(credentials));
    },
    async close() {
      clearInterval(heartbeat);
      stopDrops();
      const gone = [...open.keys()].map(
        (webSocket) => new Promise<void>((resolve) => webSocket.once('close', () => resolve())),
      );
      for (const webSocket of open.keys()) webSocket.close(closeCodes.goingAway, 'The server is restarting.');
      const impatient = setTimeout(() => {
        for (const webSocket of open.keys()) webSocket.terminate();
      }, farewellMs);
      await Promise.all(gone);
      clearTimeout(impatient);
      server.close();
    },
  };
}
