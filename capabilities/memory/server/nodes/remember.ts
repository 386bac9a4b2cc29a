import { LRUCache } from 'lru-cache';
import { newId } from '#base/ids';
import { Refusal } from '#base/refusal';
import type { Clock } from '#base/time';
import type { Tx } from '#platform/server/database';
import { analyzeDocument } from '../retrieval/analyze-document.rules.ts';
import type { MemoryScope } from '../spaces/scope.ts';
import type { SpaceRow } from '../spaces/space.store.ts';
import { spaceKey } from '../spaces/space-key.rules.ts';
import type { Spaces } from '../spaces/spaces.ts';
import { createMatcher } from './duplicates.rules.ts';
import { createGroupWriter } from './group-writer.ts';
import { findInjected } from './injected.store.ts';
import { type CheckedMemory, checkMemory } from './new-memory.rules.ts';
import type { NewNode } from './new-node.ts';
import type { NewMemory, Remembered } from './node.ts';
import { findSameMemories, insertNodes, nextOrdinals, reinforceNotes } from './node-write.store.ts';
import { fingerprints, recalledHash } from './recall-loop.rules.ts';
import { labelOf } from './text.rules.ts';

const maxBatch = 10_000;
const pauseEvery = 200;
/** Single memories that go into one transaction at most. */
const maxGroup = 100;
const maxWriters = 10_000;

type GroupWriter = (memory: PreparedMemory) => Promise<Remembered>;

/** A checked memory with everything that can be worked out before the space is locked. */
export interface PreparedMemory extends CheckedMemory {
  readonly analysis: NewNode['analysis'];
  readonly prints: readonly string[];
}

export interface RememberOptions {
  readonly spaces: Spaces;
  readonly clock: Clock;
  readonly maxContent: number;
  /** Brings forgotten memories back inside the transaction. */
  readonly revive: (tx: Tx, space: SpaceRow, ids: readonly string[]) => Promise<void>;
  /** Told inside the transaction how many turns and notes are new. */
  readonly onStored: (tx: Tx, scope: MemoryScope, count: number) => Promise<void>;
}

export interface Remembering {
  remember(scope: MemoryScope, memory: NewMemory): Promise<Remembered>;
  rememberMany(scope: MemoryScope, memories: readonly NewMemory[]): Promise<readonly Remembered[]>;
  prepare(memories: readonly NewMemory[]): Promise<PreparedMemory[]>;
  /** Writes prepared memories in a transaction that holds the space. */
  store(
    tx: Tx,
    space: SpaceRow,
    scope: MemoryScope,
    memories: readonly PreparedMemory[],
  ): Promise<readonly Remembered[]>;
}

function prepared(memory: CheckedMemory): PreparedMemory {
  const { content, speaker, caption, captionQuery, occurredAt } = memory;
  const { terms, dates, entities } = analyzeDocument({
    content,
    speaker,
    caption,
    captionQuery,
    occurredAt: occurredAt.getTime(),
  });
  return { ...memory, analysis: { terms, dates, entities }, prints: fingerprints(content) };
}

function nodeOf(memory: PreparedMemory, id: string, ordinal: number, now: Date): NewNode {
  const { content, importance, kind, sessionId, speaker, caption, occurredAt, metadata, hash, analysis } =
    memory;
  return {
    id,
    level: 0,
    kind,
    sessionId,
    ordinal,
    label: labelOf(content),
    content,
    speaker,
    caption,
    occurredAt,
    importance,
    contentHash: hash,
    analysis,
    groupKey: null,
    metadata,
    createdAt: now,
  };
}

export function createRemembering({
  spaces,
  clock,
  maxContent,
  revive,
  onStored,
}: RememberOptions): Remembering {
  async function prepare(memories: readonly NewMemory[]): Promise<PreparedMemory[]> {
    const now = clock();
    const checked = memories.map((memory, at) =>
      checkMemory(memory, maxContent, now, memories.length === 1 ? '' : `/${at}`),
    );
    const result: PreparedMemory[] = [];
    for (const memory of checked) {
      result.push(prepared(memory));
      // Analysis is plain computing: other requests get their turn in between.
      if (result.length % pauseEvery === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    return result;
  }

  async function store(
    tx: Tx,
    space: SpaceRow,
    scope: MemoryScope,
    memories: readonly PreparedMemory[],
  ): Promise<readonly Remembered[]> {
    const now = clock();
    const prints = memories.flatMap((memory) => memory.prints);
    const sessions = [...new Set(memories.flatMap(({ sessionId }) => sessionId ?? []))];
    const [same, injected, ordinals] = await Promise.all([
      findSameMemories(tx, space.id, [...new Set(memories.map(({ hash }) => hash))]),
      prints.length === 0 ? new Map<string, string>() : findInjected(tx, space.id, prints, now),
      nextOrdinals(tx, space.id, sessions),
    ]);
    const match = createMatcher(same);
    const known = new Set(injected.keys());
    const fresh: NewNode[] = [];
    // Ids of one moment are in no order by themselves; lists are sorted by them.
    const ids = memories.map(() => newId(now.getTime())).sort();
    const notesNow = new Map<string, string>();
    const repeated = new Map<string, number>();
    const revived = new Set<string>();

    const answers = memories.map((memory): Remembered => {
      const earlier = match(memory);
      const id =
        earlier?.id ?? notesNow.get(memory.hash) ?? injected.get(recalledHash(memory.content, known) ?? '');
      if (id !== undefined) {
        if (earlier?.kind === 'note') repeated.set(id, Math.max(memory.importance, repeated.get(id) ?? 0));
        if (earlier?.deleted === true) revived.add(id);
        return { id, status: 'duplicate' };
      }
      const ordinal = ordinals.get(memory.sessionId ?? '') ?? 0;
      if (memory.sessionId !== null) ordinals.set(memory.sessionId, ordinal + 1);
      const node = nodeOf(memory, ids[fresh.length] ?? newId(), ordinal, now);
      fresh.push(node);
      if (memory.kind === 'note') notesNow.set(memory.hash, node.id);
      return { id: node.id, status: 'stored' };
    });
    await insertNodes(tx, space, fresh);
    await reinforceNotes(
      tx,
      space,
      [...repeated].map(([id, importance]) => ({ id, importance })),
      now,
    );
    if (revived.size > 0) await revive(tx, space, [...revived]);
    if (fresh.length > 0) await onStored(tx, scope, fresh.length);
    return answers;
  }

  async function rememberMany(
    scope: MemoryScope,
    memories: readonly NewMemory[],
  ): Promise<readonly Remembered[]> {
    if (memories.length > maxBatch) {
      throw new Refusal('invalid', 'memory.invalid', `At most ${maxBatch} memories can be stored at once.`);
    }
    const ready = await prepare(memories);
    if (ready.length === 0) return [];
    return spaces.write(scope, (tx, space) => store(tx, space, scope, ready));
  }

  const writers = new LRUCache<string, GroupWriter>({ max: maxWriters });

  /** Writers of one space wait for its lock anyway: in this process they share one transaction instead. */
  function writerOf(scope: MemoryScope): GroupWriter {
    const { ownerId, agentId } = spaceKey(scope);
    const key = `${ownerId}/${agentId}`;
    const known = writers.get(key);
    if (known !== undefined) return known;
    const writer = createGroupWriter<PreparedMemory, Remembered>({
      write: (memories) => spaces.write(scope, (tx, space) => store(tx, space, scope, memories)),
      identityOf: ({ hash }) => hash,
      maxGroup,
    });
    writers.set(key, writer);
    return writer;
  }

  return {
    rememberMany,
    async remember(scope, memory) {
      const [ready] = await prepare([memory]);
      if (ready === undefined) throw new Error('A memory was not prepared.');
      return writerOf(scope)(ready);
    },
    prepare,
    store,
  };
}
