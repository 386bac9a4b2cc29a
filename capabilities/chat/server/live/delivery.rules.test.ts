import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerFrame } from '../../contract/index.ts';
import type { Message } from '../messages/message.ts';
import { deliveriesAfter, isNext } from './delivery.rules.ts';
import { createLiveRoom, type Listener, type LiveRoom } from './live-room.ts';

const epoch = new Date(0);

function message(seq: number, rev: number, more: Partial<Message> = {}): Message {
  return {
    id: `m${seq}`,
    roomId: 'room',
    seq,
    rev,
    authorId: 'ann',
    clientId: null,
    body: `${seq}`,
    system: null,
    replyTo: null,
    attachmentIds: [],
    held: false,
    createdAt: epoch,
    editedAt: null,
    deletedAt: null,
    deletedBy: null,
    ...more,
  };
}

const told = (position: { seq: number; rev: number }, messages: readonly Message[]) =>
  deliveriesAfter(position, messages).map(({ kind, message: { seq } }) => `${kind} ${seq}`);

describe('deliveries', () => {
  it.each([
    ['nothing that is known', { seq: 2, rev: 2 }, [message(1, 1), message(2, 2)], []],
    [
      'new messages by number',
      { seq: 0, rev: 0 },
      [message(2, 2), message(1, 3)],
      ['message 1', 'message 2'],
    ],
    ['changes of known ones', { seq: 2, rev: 2 }, [message(1, 3)], ['edited 1']],
    ['deletions', { seq: 1, rev: 1 }, [message(1, 2, { deletedAt: epoch })], ['deleted 1']],
    [
      'a new tombstone as a message',
      { seq: 0, rev: 0 },
      [message(1, 2, { deletedAt: epoch })],
      ['message 1'],
    ],
    ['both', { seq: 1, rev: 1 }, [message(1, 3), message(2, 2)], ['message 2', 'edited 1']],
  ])('tell %s', (_what, position, messages, expected) => {
    expect(told(position, messages)).toEqual(expected);
  });

  it('are known to be complete only when they follow without a hole', () => {
    expect(isNext({ seq: 1, rev: 5 }, [message(2, 6), message(3, 7)])).toBe(true);
    expect(isNext({ seq: 1, rev: 5 }, [message(2, 7)])).toBe(false);
    expect(isNext({ seq: 1, rev: 5 }, [message(3, 6)])).toBe(false);
  });
});

/** What one client knows, over all its connections. */
interface Client {
  readonly order: number[];
  readonly bodies: Map<string, string>;
  readonly position: { seq: number; rev: number };
  listener: Listener | undefined;
}

function hear(client: Client, frame: ServerFrame): void {
  if (frame.type === 'message') {
    client.order.push(frame.message.seq);
    client.position.seq = Math.max(client.position.seq, frame.message.seq);
  }
  if (frame.type === 'message' || frame.type === 'edited') {
    client.bodies.set(frame.message.id, frame.message.text);
    client.position.rev = Math.max(client.position.rev, frame.message.rev);
  }
}

function readFrames(wire: Buffer): readonly ServerFrame[] {
  const frames: ServerFrame[] = [];
  for (let at = 0; at < wire.length; ) {
    const short = wire.readUInt8(at + 1);
    const length = short === 126 ? wire.readUInt16BE(at + 2) : short;
    const from = at + (short === 126 ? 4 : 2);
    frames.push(JSON.parse(wire.subarray(from, from + length).toString()));
    at = from + length;
  }
  return frames;
}

/** A room with its rows, of which a process learns late, out of turn and more than once. */
function simulate() {
  const rows: Message[] = [];
  const pending: (() => void)[] = [];
  const turn = () => new Promise<void>((resolve) => pending.push(resolve));
  let rev = 0;
  const live: LiveRoom = createLiveRoom(
    {
      roomId: 'room',
      files: async () => new Map(),
      onFailure: (error) => {
        throw error;
      },
      async read(after) {
        await turn();
        const seen = rows.filter((row) =>
          after.rev === undefined ? row.seq > after.seq : row.rev > after.rev,
        );
        const at = { seq: rows.length, rev };
        await turn();
        return { ...at, messages: seen };
      },
    },
    { seq: 0, rev: 0 },
  );
  return {
    live,
    rows,
    /** Lets one waiting read go on. */
    step: (at: number) => pending.splice(at % Math.max(1, pending.length), 1)[0]?.(),
    isQuiet: () => pending.length === 0,
    rev: () => rev,
    say(): Message {
      rev += 1;
      const said = message(rows.length + 1, rev);
      rows.push(said);
      return said;
    },
    edit(at: number): void {
      const old = rows[at % Math.max(1, rows.length)];
      if (old === undefined) return;
      rev += 1;
      rows[old.seq - 1] = { ...old, rev, body: `${old.seq} at ${rev}`, editedAt: epoch };
    },
  };
}

const action = fc.oneof(
  fc.record({ kind: fc.constantFrom('sayHere', 'sayThere', 'news', 'tick') }),
  fc.record({ kind: fc.constantFrom('edit', 'join', 'cut', 'step'), at: fc.nat(9) }),
);

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a room over any number of reconnections', () => {
  it('tells every client every message once, in order, with its last words', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(action, { minLength: 5, maxLength: 60 }), async (actions) => {
        const world = simulate();
        const clients = Array.from(
          { length: 3 },
          (): Client => ({ order: [], bodies: new Map(), position: { seq: 0, rev: 0 }, listener: undefined }),
        );
        const join = (client: Client): void => {
          if (client.listener !== undefined) return;
          let isOpen = true;
          const listener: Listener = {
            userId: 'bob',
            isMember: true,
            socket: {
              caller: {
                userId: 'bob',
                sessionId: null,
                apiKeyId: null,
                roles: [],
                permissions: new Set(),
                scopes: null,
              },
              isOpen: () => isOpen,
              send: () => undefined,
              sendFramed: (wire) => {
                if (client.listener === listener) for (const frame of readFrames(wire)) hear(client, frame);
              },
              close: () => {
                isOpen = false;
              },
              onText: () => undefined,
              onClose: () => undefined,
            },
          };
          client.listener = listener;
          void world.live.enter(listener, { ...client.position });
        };
        const cut = (client: Client): void => {
          if (client.listener !== undefined) world.live.leave(client.listener);
          client.listener = undefined;
        };
        for (const one of actions) {
          const at = 'at' in one ? one.at : 0;
          const client = clients[at % 3];
          if (one.kind === 'sayHere') world.live.committed([world.say()]);
          if (one.kind === 'sayThere') world.say();
          if (one.kind === 'news') world.live.advancedTo(world.rev());
          if (one.kind === 'edit') world.edit(at);
          if (one.kind === 'step') world.step(at);
          if (one.kind === 'tick') await settled();
          if (one.kind === 'join' && client !== undefined) join(client);
          if (one.kind === 'cut' && client !== undefined) cut(client);
        }
        for (const client of clients) join(client);
        world.live.advancedTo(world.rev());
        for (let quiet = 0; quiet < 5; ) {
          await settled();
          quiet = world.isQuiet() ? quiet + 1 : 0;
          while (!world.isQuiet()) world.step(0);
        }
        for (const client of clients) {
          expect(client.order).toEqual(world.rows.map(({ seq }) => seq));
          for (const row of world.rows) expect(client.bodies.get(row.id)).toBe(row.body);
        }
      }),
      { numRuns: 300 },
    );
  });
});
