import { describe, expect, it } from 'vitest';
import { createRealtime, type Socket } from './realtime.ts';

interface Double extends Socket {
  readonly protocols: readonly string[];
  readonly sent: unknown[];
  closed: boolean;
}

function world() {
  const sockets: Double[] = [];
  const timers: { work: () => void; milliseconds: number; cancelled: boolean }[] = [];
  let ticket = 0;
  const client = createRealtime({
    open: (protocols) => {
      const socket: Double = {
        protocols,
        sent: [],
        closed: false,
        onopen: null,
        onclose: null,
        onmessage: null,
        send: (text) => socket.sent.push(JSON.parse(text)),
        close: () => {
          socket.closed = true;
        },
      };
      sockets.push(socket);
      return socket;
    },
    ticket: async () => {
      ticket += 1;
      return `t${ticket}`;
    },
    later: (work, milliseconds) => {
      const timer = { work, milliseconds, cancelled: false };
      timers.push(timer);
      return () => {
        timer.cancelled = true;
      };
    },
    random: () => 1,
  });
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  const fire = async () => {
    const timer = timers.filter(({ cancelled }) => !cancelled).at(-1);
    timer?.work();
    await settle();
    return timer?.milliseconds;
  };
  const socket = (index: number): Double => {
    const found = sockets[index];
    if (found === undefined) throw new Error(`No socket ${index}`);
    return found;
  };
  return { client, sockets, socket, settle, fire };
}

describe('realtime', () => {
  it('opens one socket with a ticket and follows every channel once', async () => {
    const { client, sockets, socket, settle } = world();
    const got: unknown[] = [];
    client.follow('memory:1', (message) => got.push(message));
    client.follow('memory:1', (message) => got.push(message));
    client.follow('chat:2', () => {});
    await settle();
    expect(sockets).toHaveLength(1);
    expect(socket(0).protocols).toEqual(['quintet', 'ticket.t1']);
    socket(0).onopen?.();
    expect(socket(0).sent).toEqual([
      { type: 'follow', channel: 'memory:1' },
      { type: 'follow', channel: 'chat:2' },
    ]);
    socket(0).onmessage?.({
      data: JSON.stringify({ type: 'message', channel: 'memory:1', message: { n: 1 } }),
    });
    socket(0).onmessage?.({ data: 'not json' });
    socket(0).onmessage?.({ data: JSON.stringify({ type: 'message', channel: 'other', message: { n: 2 } }) });
    expect(got).toEqual([{ n: 1 }, { n: 1 }]);
  });

  it('comes back with growing pauses and a new ticket, follows again and tells of the gap', async () => {
    const { client, socket, settle, fire } = world();
    let gaps = 0;
    client.follow(
      'a:1',
      () => {},
      () => {
        gaps += 1;
      },
    );
    await settle();
    socket(0).onopen?.();
    expect(gaps).toBe(0);
    socket(0).onclose?.();
    expect(await fire()).toBe(1_000);
    socket(1).onclose?.();
    expect(await fire()).toBe(2_000);
    expect(socket(2).protocols[1]).toBe('ticket.t3');
    socket(2).onopen?.();
    expect(socket(2).sent).toEqual([{ type: 'follow', channel: 'a:1' }]);
    expect(gaps).toBe(1);
    socket(2).onmessage?.({ data: '{"type":"gap"}' });
    expect(gaps).toBe(2);
  });

  it('unfollows with the last follower and closes a while later', async () => {
    const { client, socket, settle, fire } = world();
    const stop = client.follow('a:1', () => {});
    await settle();
    socket(0).onopen?.();
    stop();
    stop();
    expect(socket(0).sent.at(-1)).toEqual({ type: 'unfollow', channel: 'a:1' });
    expect(socket(0).closed).toBe(false);
    await fire();
    expect(socket(0).closed).toBe(true);
  });
});
