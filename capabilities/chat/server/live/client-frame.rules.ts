import { Compile } from 'typebox/compile';
import { ClientFrame } from '../../contract/index.ts';
import type { Start } from './live-room.ts';

const validator = Compile(ClientFrame);

/** What a client said; undefined when it makes no sense. */
export function parseClientFrame(text: string): ClientFrame | undefined {
  try {
    const value: unknown = JSON.parse(text);
    // NUL and lone surrogates cannot be kept.
    if (text.includes('\\u0000') || !JSON.stringify(value).isWellFormed()) return undefined;
    return validator.Check(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function whole(text: string | null): number | undefined {
  if (text === null || !/^\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}

/** Where a client says it is, by the query of its connection. */
export function startOf(query: URLSearchParams): Start | undefined {
  const seq = whole(query.get('after_seq'));
  return seq === undefined ? undefined : { seq, rev: whole(query.get('after_rev')) };
}
