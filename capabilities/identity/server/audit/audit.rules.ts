import { createHmac } from 'node:crypto';

/** Everything an entry's hash covers. */
export interface AuditContent {
  readonly seq: number;
  readonly at: Date;
  readonly action: string;
  readonly actorId: string | null;
  readonly subjectId: string | null;
  readonly details: unknown;
}

/** JSON with keys in order, so that it reads the same after a trip through `jsonb`. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value)
      .filter(([, field]) => field !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([name, field]) => `${JSON.stringify(name)}:${canonicalJson(field)}`);
    return `{${fields.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}

/**
 * The hash of an entry over its content and the entry before it. Keyed, so that whoever can write to the
 * database but does not know the server's secret cannot write a chain of their own.
 */
export function entryHash(key: Buffer, previous: string, content: AuditContent): string {
  const { seq, at, action, actorId, subjectId, details } = content;
  const text = canonicalJson([seq, at.toISOString(), action, actorId, subjectId, details]);
  return createHmac('sha256', key).update(`${previous}\n${text}`).digest('hex');
}
