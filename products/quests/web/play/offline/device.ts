import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Device, KeptOutcome, KeptSession } from './kept.ts';
import { createMemoryDevice } from './memory-device.ts';
import type { OutboxEntry } from './outbox.rules.ts';

interface Schema extends DBSchema {
  sessions: { key: string; value: KeptSession; indexes: { user: string } };
  moves: { key: number; value: OutboxEntry; indexes: { session: string } };
  outcomes: { key: string; value: KeptOutcome; indexes: { at: number } };
}

const outcomesLast = 24 * 60 * 60 * 1_000;

function open(name: string): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>(name, 1, {
    upgrade(database) {
      database.createObjectStore('sessions', { keyPath: 'id' }).createIndex('user', 'userId');
      const moves = database.createObjectStore('moves', { keyPath: 'seq', autoIncrement: true });
      moves.createIndex('session', 'sessionId');
      database.createObjectStore('outcomes', { keyPath: 'clientId' }).createIndex('at', 'at');
    },
    blocking: (_now, _next, event) => {
      if (event.target instanceof IDBDatabase) event.target.close();
    },
  });
}

function over(database: IDBPDatabase<Schema>): Device {
  return {
    session: (id) => database.get('sessions', id),
    sessions: (userId) => database.getAllFromIndex('sessions', 'user', userId),
    async keep(id, change) {
      const tx = database.transaction('sessions', 'readwrite');
      const changed = change(await tx.store.get(id));
      if (changed !== undefined) await tx.store.put(changed);
      await tx.done;
      return changed;
    },
    moves: (sessionId) => database.getAllFromIndex('moves', 'session', sessionId),
    async add(entry) {
      // The store numbers what comes without a number.
      const seq = await database.add('moves', entry as OutboxEntry);
      return { ...entry, seq };
    },
    async change(entries) {
      const tx = database.transaction('moves', 'readwrite');
      // Only what is still there: another tab may have settled it.
      for (const entry of entries)
        if ((await tx.store.get(entry.seq)) !== undefined) await tx.store.put(entry);
      await tx.done;
    },
    async settle(answered, outcomes) {
      const tx = database.transaction(['moves', 'outcomes'], 'readwrite');
      const kept = tx.objectStore('outcomes');
      for (const { seq } of answered) await tx.objectStore('moves').delete(seq);
      for (const outcome of outcomes) await kept.put(outcome);
      const old = IDBKeyRange.upperBound(Date.now() - outcomesLast);
      for (const key of await kept.index('at').getAllKeys(old)) await kept.delete(key);
      await tx.done;
    },
    outcome: async (clientId) => (await database.get('outcomes', clientId))?.outcome,
  };
}

const opened = new Map<string, Promise<Device>>();

/** The browser's database, once per page; memory where the browser keeps none (private windows). */
export function openDevice(name = 'quintet-quests'): Promise<Device> {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const device =
    'indexedDB' in globalThis
      ? open(name)
          .then(over)
          .catch(() => createMemoryDevice())
      : Promise.resolve(createMemoryDevice());
  opened.set(name, device);
  return device;
}
