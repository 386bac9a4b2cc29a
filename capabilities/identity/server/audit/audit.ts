import type { Clock } from '#base/time';
import { deriveKey } from '#platform/server/config';
import type { Reader, Tx } from '#platform/server/database';
import { entryHash } from './audit.rules.ts';
import {
  type AuditFilter,
  type AuditHead,
  type AuditRow,
  companyEntries,
  entriesAfter,
  findEntries,
  insertEntry,
  lockHead,
  readHead,
  type TrailPage,
} from './audit.store.ts';

/** One thing that happened: ids, figures, and what an operator gives as the reason, scrubbed. */
export interface AuditRecord {
  /** `module.what_happened`. */
  readonly action: string;
  /** Who did it; null for nobody signed in, or the system. */
  readonly actorId: string | null;
  /** Whom or what it was done to. */
  readonly subjectId?: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

type AuditVerdict =
  | { readonly kind: 'intact'; readonly head: AuditHead }
  | { readonly kind: 'broken'; readonly seq: number; readonly reason: string };

export interface Audit {
  /** Must be the last statement but the commit: it holds the log's lock. */
  append(tx: Tx, record: AuditRecord): Promise<void>;
  /** Newest first. */
  find(reader: Reader, filter: AuditFilter, limit: number): Promise<readonly AuditRow[]>;
  /** What concerns one company, newest first. */
  trail(reader: Reader, companyId: string, page: TrailPage): Promise<readonly AuditRow[]>;
  /** Walks the whole chain. */
  verify(reader: Reader): Promise<AuditVerdict>;
}

export type { AuditRow } from './audit.store.ts';

const verifyBatch = 1_000;

function broken(seq: number, reason: string): AuditVerdict {
  return { kind: 'broken', seq, reason };
}

export function createAudit(secretKey: string, clock: Clock): Audit {
  const key = deriveKey(secretKey, 'identity.audit');

  function faultOf(row: AuditRow, previous: AuditHead): string | undefined {
    if (row.seq !== previous.seq + 1) return 'entries before it are missing';
    if (row.prev_hash !== previous.hash) return 'it does not follow the entry before it';
    const { actor_id: actorId, subject_id: subjectId, ...content } = row;
    const hash = entryHash(key, previous.hash, { ...content, actorId, subjectId });
    return hash === row.hash ? undefined : 'its content was changed';
  }

  return {
    async append(tx, { action, actorId, subjectId = null, details = {} }) {
      const head = await lockHead(tx);
      const at = clock();
      const seq = head.seq + 1;
      const hash = entryHash(key, head.hash, { seq, at, action, actorId, subjectId, details });
      await insertEntry(tx, {
        seq,
        at,
        action,
        actor_id: actorId,
        subject_id: subjectId,
        details: { ...details },
        prev_hash: head.hash,
        hash,
      });
    },
    find: findEntries,
    trail: companyEntries,
    async verify(reader) {
      const head = await readHead(reader);
      if (head === undefined) return broken(0, 'the head of the chain is missing');
      let previous: AuditHead = { seq: 0, hash: '' };
      while (previous.seq < head.seq) {
        const rows = await entriesAfter(reader, previous.seq, verifyBatch);
        if (rows.length === 0) return broken(previous.seq + 1, 'entries at the end are missing');
        for (const row of rows) {
          const fault = faultOf(row, previous);
          if (fault !== undefined) return broken(row.seq, fault);
          if (row.seq === head.seq && row.hash !== head.hash)
            return broken(row.seq, 'it differs from the head');
          previous = { seq: row.seq, hash: row.hash };
        }
      }
      return { kind: 'intact', head };
    },
  };
}
