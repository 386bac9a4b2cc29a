import { describeError } from './describe-error.ts';
import { scrub } from './scrub.ts';
import { type Sensitivity, sensitivityOf } from './sensitive-keys.ts';

const deepest = 8;
const mostItems = 50;
const mostFields = 100;

function redactObject(value: object, depth: number): unknown {
  if (value instanceof Error) return describeError(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '[no date]' : value.toISOString();
  if (value instanceof URL) return scrub(value.href);
  if (ArrayBuffer.isView(value)) return `[${value.byteLength} bytes]`;
  if (depth >= deepest) return '[deeper]';
  if (Array.isArray(value)) {
    const items = value.slice(0, mostItems).map((item) => redactValue(item, depth + 1));
    return value.length > mostItems ? [...items, `[${value.length - mostItems} more]`] : items;
  }
  if (value instanceof Map || value instanceof Set) return `[${value.size} entries]`;
  return redactEntries(value, depth + 1);
}

function redactValue(value: unknown, depth: number): unknown {
  switch (typeof value) {
    case 'string':
      return scrub(value);
    case 'bigint':
      return value.toString();
    case 'function':
    case 'symbol':
      return undefined;
    case 'object':
      return value === null ? null : redactObject(value, depth);
    default:
      return value;
  }
}

interface FieldName {
  readonly shown: string;
  readonly sensitivity: Sensitivity;
}

// The same few names come with every line; judging them anew took most of the time of a line.
const knownNames = new Map<string, FieldName>();
const mostKnownNames = 2_000;
const longestKnownName = 64;

function judge(key: string): FieldName {
  const known = knownNames.get(key);
  if (known !== undefined) return known;
  const judged = { shown: scrub(key), sensitivity: sensitivityOf(key) };
  if (key.length <= longestKnownName && knownNames.size < mostKnownNames) knownNames.set(key, judged);
  return judged;
}

function isHidden(sensitivity: Sensitivity, value: unknown): boolean {
  // An error keeps its own described shape even under a name such as `message`.
  if (value === undefined || value === null || typeof value === 'boolean' || value instanceof Error)
    return false;
  return sensitivity === 'secret' || (sensitivity === 'personal' && typeof value !== 'number');
}

function redactEntries(fields: object, depth: number): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(fields).slice(0, mostFields)) {
    const { shown, sensitivity } = judge(key);
    result[shown] = isHidden(sensitivity, value) ? '[redacted]' : redactValue(value, depth);
  }
  return result;
}

/** Copies the fields without secrets. Never throws: logging must not break the work it tells about. */
export function redact(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  try {
    return redactEntries(fields, 0);
  } catch {
    return { fields: '[unreadable]' };
  }
}
