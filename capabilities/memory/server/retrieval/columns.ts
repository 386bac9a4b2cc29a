import { grownFloat64, grownInt32, grownUint8 } from './growable.ts';

/** Per slot, what scoring reads; valid for slots below `count` that are `live`. Read only outside the index. */
export interface Columns {
  count: number;
  live: Uint8Array<ArrayBuffer>;
  level: Uint8Array<ArrayBuffer>;
  /** Number of the session, or -1. */
  session: Int32Array<ArrayBuffer>;
  /** Number of the speaker, or -1. */
  speaker: Int32Array<ArrayBuffer>;
  /** Terms in the document. */
  length: Int32Array<ArrayBuffer>;
  accessCount: Int32Array<ArrayBuffer>;
  importance: Float64Array<ArrayBuffer>;
  occurredAt: Float64Array<ArrayBuffer>;
  /** Equal for documents whose terms are equal; 0 where too short to tell. */
  signature: Float64Array<ArrayBuffer>;
}

export function createColumns(): Columns {
  return {
    count: 0,
    live: new Uint8Array(64),
    level: new Uint8Array(64),
    session: new Int32Array(64),
    speaker: new Int32Array(64),
    length: new Int32Array(64),
    accessCount: new Int32Array(64),
    importance: new Float64Array(64),
    occurredAt: new Float64Array(64),
    signature: new Float64Array(64),
  };
}

export function reserveColumns(columns: Columns, capacity: number): void {
  columns.live = grownUint8(columns.live, capacity);
  columns.level = grownUint8(columns.level, capacity);
  columns.session = grownInt32(columns.session, capacity);
  columns.speaker = grownInt32(columns.speaker, capacity);
  columns.length = grownInt32(columns.length, capacity);
  columns.accessCount = grownInt32(columns.accessCount, capacity);
  columns.importance = grownFloat64(columns.importance, capacity);
  columns.occurredAt = grownFloat64(columns.occurredAt, capacity);
  columns.signature = grownFloat64(columns.signature, capacity);
}

export function columnBytes(columns: Columns): number {
  return columns.live.length * (2 + 4 * 4 + 8 * 3);
}
