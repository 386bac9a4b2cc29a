import type { Gauge } from 'prom-client';
import { prefixOf } from './envelope.ts';
import type { AcceptedSocket } from './gate.ts';
import type { Realtime } from './types.ts';

export function encode(message: Readonly<Record<string, unknown>>): Buffer {
  return Buffer.from(JSON.stringify(message));
}

interface Room {
  readonly sockets: Set<AcceptedSocket>;
  readonly stop: () => void;
}

/** Who follows which channel. A message is encoded once, however many follow. */
export interface Rooms {
  enter(channel: string, socket: AcceptedSocket): void;
  leave(channel: string, socket: AcceptedSocket): void;
}

export function createRooms(realtime: Realtime, gauge: Gauge<'channel'>): Rooms {
  const rooms = new Map<string, Room>();

  function openRoom(channel: string): Room {
    const sockets = new Set<AcceptedSocket>();
    const stop = realtime.follow(channel, (message) => {
      const frame = encode({ type: 'message', channel, message });
      for (const socket of sockets) socket.send(frame);
    });
    const room = { sockets, stop };
    rooms.set(channel, room);
    return room;
  }

  return {
    enter(channel, socket) {
      const { sockets } = rooms.get(channel) ?? openRoom(channel);
      if (sockets.has(socket)) return;
      sockets.add(socket);
      gauge.inc({ channel: prefixOf(channel) });
    },
    leave(channel, socket) {
      const room = rooms.get(channel);
      if (room === undefined || !room.sockets.delete(socket)) return;
      gauge.dec({ channel: prefixOf(channel) });
      if (room.sockets.size > 0) return;
      room.stop();
      rooms.delete(channel);
    },
  };
}
