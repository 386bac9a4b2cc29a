import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { Gauge, type Registry } from 'prom-client';
import type { Clock } from '#base/time';
import type { Authenticator, Caller } from '../http/caller.ts';
import type { Log } from '../telemetry/index.ts';
import { type ClientMessage, parseClientMessage } from './client-message.ts';
import { isChannel, prefixOf } from './envelope.ts';
import { type AcceptedSocket, closeCodes, createSocketGate, type SocketGate } from './gate.ts';
import type { RealtimeHub } from './realtime.ts';
import { createRooms, encode } from './rooms.ts';
import type { ChannelRule } from './types.ts';

export interface SocketServerOptions {
  readonly hub: RealtimeHub;
  readonly authenticator: Authenticator;
  /** From all modules; two rules for one prefix are refused. */
  readonly rules: readonly ChannelRule[];
  /** Origins of web pages that may connect; programs send no origin. */
  readonly allowedOrigins: readonly string[];
  readonly metrics: Registry;
  readonly log: Log;
  readonly clock?: Clock;
  /** How often connections are probed; 25 s unless said otherwise. */
  readonly heartbeatMs?: number;
  /** Unsent bytes after which a slow consumer is cut off; 1 MiB unless said otherwise. */
  readonly bufferLimit?: number;
}

/** The WebSocket endpoint at which clients follow channels. */
export interface SocketServer {
  /** Takes over an upgrade request for `/ws`. Never throws; the client learns the outcome by close code. */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void>;
  /** The same door for endpoints with a protocol of their own. */
  readonly gate: SocketGate;
  /** Says goodbye (1001) to everybody. */
  close(): Promise<void>;
}

const followLimit = 200;
const refusalLimit = 10;
const gapFrame = encode({ type: 'gap' });
const pongFrame = encode({ type: 'pong' });

function rulesByPrefix(rules: readonly ChannelRule[]): ReadonlyMap<string, ChannelRule> {
  const byPrefix = new Map<string, ChannelRule>();
  for (const rule of rules) {
    if (byPrefix.has(rule.prefix)) throw new Error(`Two modules claim the channels ${rule.prefix}:…`);
    byPrefix.set(rule.prefix, rule);
  }
  return byPrefix;
}

/** Makes the WebSocket endpoint. The caller routes upgrade requests to it. */
export function createSocketServer(options: SocketServerOptions): SocketServer {
  const { hub, metrics, log } = options;
  const rules = rulesByPrefix(options.rules);
  const gauge = new Gauge({
    name: 'ws_connections',
    help: 'Sockets that follow channels, by prefix; `any` counts open sockets.',
    labelNames: ['channel'],
    registers: [metrics],
  });
  const rooms = createRooms(hub.realtime, gauge);
  const gate = createSocketGate(options);
  const sockets = new Set<AcceptedSocket>();
  const stopGaps = hub.onGap(() => {
    for (const socket of sockets) socket.send(gapFrame);
  });

  async function mayFollow(caller: Caller, channel: string): Promise<boolean> {
    if (!isChannel(channel)) return false;
    const prefix = prefixOf(channel);
    try {
      return (await rules.get(prefix)?.mayFollow(caller, channel.slice(prefix.length + 1))) ?? false;
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown';
      log.error({ prefix, reason }, 'A channel rule failed; the channel was refused.');
      return false;
    }
  }

  function serve(socket: AcceptedSocket): void {
    const followed = new Set<string>();
    let refusals = 0;
    let turn: Promise<void> = Promise.resolve();

    async function follow(channel: string): Promise<void> {
      const allowed = followed.size < followLimit && (await mayFollow(socket.caller, channel));
      if (!socket.isOpen()) return;
      if (allowed) {
        followed.add(channel);
        rooms.enter(channel, socket);
        socket.send(encode({ type: 'followed', channel }));
        return;
      }
      refusals += 1;
      socket.send(encode({ type: 'refused', channel }));
      if (refusals >= refusalLimit) socket.close(closeCodes.forbidden, 'These channels are not yours.');
    }

    async function obey(message: ClientMessage): Promise<void> {
      switch (message.type) {
        case 'follow':
          return follow(message.channel);
        case 'unfollow':
          followed.delete(message.channel);
          rooms.leave(message.channel, socket);
          return;
        case 'ping':
          socket.send(pongFrame);
          return;
        default:
          message satisfies never;
      }
    }

    sockets.add(socket);
    gauge.inc({ channel: 'any' });
    socket.onText((text) => {
      const message = parseClientMessage(text);
      if (message === undefined) return socket.close(closeCodes.malformed, 'Not understood.');
      // One after the other: an unfollow must not overtake the follow before it.
      turn = turn.then(() => obey(message));
    });
    socket.onClose(() => {
      sockets.delete(socket);
      gauge.dec({ channel: 'any' });
      for (const channel of followed) rooms.leave(channel, socket);
    });
  }

  return {
    gate,
    async handleUpgrade(request, socket, head) {
      const accepted = await gate.accept(request, socket, head);
      if (accepted !== undefined) serve(accepted);
    },
    async close() {
      stopGaps();
      await gate.close();
    },
  };
}
