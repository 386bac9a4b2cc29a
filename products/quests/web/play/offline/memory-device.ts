import type { Device, KeptOutcome, KeptSession } from './kept.ts';
import type { OutboxEntry } from './outbox.rules.ts';

/** Keeps everything until the page goes: for browsers without a database, and for tests. */
export function createMemoryDevice(): Device {
  const sessions = new Map<string, KeptSession>();
  const moves = new Map<number, OutboxEntry>();
  const outcomes = new Map<string, KeptOutcome>();
  let last = 0;
  return {
    session: async (id) => sessions.get(id),
    sessions: async (userId) => [...sessions.values()].filter((one) => one.userId === userId),
    async keep(id, change) {
      const changed = change(sessions.get(id));
      if (changed !== undefined) sessions.set(id, changed);
      return changed;
    },
    moves: async (sessionId) => [...moves.values()].filter((one) => one.sessionId === sessionId),
    async add(entry) {
      last += 1;
      const added = { ...entry, seq: last };
      moves.set(last, added);
      return added;
    },
    async change(entries) {
      for (const entry of entries) if (moves.has(entry.seq)) moves.set(entry.seq, entry);
    },
    async settle(answered, answers) {
      for (const { seq } of answered) moves.delete(seq);
      for (const answer of answers) outcomes.set(answer.clientId, answer);
    },
    outcome: async (clientId) => outcomes.get(clientId)?.outcome,
  };
}
