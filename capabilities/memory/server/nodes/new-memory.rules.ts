import { createHash } from 'node:crypto';
import { Refusal } from '#base/refusal';
import { estimateImportance } from '../consolidation/importance.rules.ts';
import type { NewMemory } from './node.ts';
import { unreadable, unreadableValue } from './text.rules.ts';

/** A memory that may be stored: every field checked and filled in. */
export interface CheckedMemory {
  readonly content: string;
  readonly importance: number;
  readonly kind: 'turn' | 'note';
  readonly sessionId: string | null;
  readonly speaker: string | null;
  readonly caption: string | null;
  readonly captionQuery: string | null;
  readonly occurredAt: Date;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Equal for memories that could be the same one. */
  readonly hash: string;
}

interface Fault {
  readonly code: string;
  readonly pointer: string;
  readonly message: string;
}

/** Without a word from the caller nothing is unimportant enough to be forgotten by itself. */
const leastImportance = { note: 0.5, turn: 0.2 };
const maxMetadata = 8_192;
const earliest = Date.UTC(1, 0, 1);
const latest = Date.UTC(9_999, 0, 1);

function tooLong(text: string | undefined, limit: number): boolean {
  return text !== undefined && (text.length === 0 || text.length > limit || unreadable(text));
}

function contentFault(content: string, maxContent: number): Fault | undefined {
  const pointer = '/content';
  if (content.trim() === '')
    return { code: 'memory.content_empty', pointer, message: 'There is nothing to remember.' };
  if (content.length > maxContent) {
    const message = `A memory may have ${maxContent} characters at most; this one has ${content.length}.`;
    return { code: 'memory.content_too_long', pointer, message };
  }
  if (unreadable(content)) {
    const message = 'The text contains NUL characters or broken surrogate pairs.';
    return { code: 'memory.content_binary', pointer, message };
  }
  return undefined;
}

function metadataFault(metadata: Readonly<Record<string, unknown>> | undefined): Fault | undefined {
  if (metadata === undefined) return undefined;
  const invalid = { code: 'memory.invalid', pointer: '/metadata' };
  if (unreadableValue(metadata))
    return { ...invalid, message: 'The metadata contains text that cannot be kept.' };
  if (JSON.stringify(metadata).length > maxMetadata) {
    return { ...invalid, message: `The metadata may take ${maxMetadata} characters as JSON at most.` };
  }
  return undefined;
}

function fault(pointer: string, message: string): Fault {
  return { code: 'memory.invalid', pointer, message };
}

/** The first fault of a memory, if any. */
export function faultOf(memory: NewMemory, maxContent: number): Fault | undefined {
  const { content, importance, kind, sessionId, speaker, caption, captionQuery, occurredAt, metadata } =
    memory;
  const first = contentFault(content, maxContent);
  if (first !== undefined) return first;
  if (importance !== undefined && !(importance >= 0 && importance <= 1)) {
    return fault('/importance', 'Importance is a number from 0 to 1.');
  }
  if (tooLong(sessionId, 128)) return fault('/session_id', 'A session id has 1 to 128 characters.');
  if (kind === 'turn' && sessionId === undefined) return fault('/session_id', 'A turn needs a session.');
  if (tooLong(speaker, 200)) return fault('/speaker', 'The name of a speaker has 1 to 200 characters.');
  if (tooLong(caption, 4_000) || tooLong(captionQuery, 4_000)) {
    return fault('/caption', 'A caption has 1 to 4000 characters.');
  }
  const time = occurredAt?.getTime() ?? 0;
  if (!(time > earliest && time < latest)) return fault('/occurred_at', 'This moment cannot be.');
  return metadataFault(metadata);
}

/** Two texts are the same memory when they differ in white space at most; turns also need session and speaker. */
export function memoryHash(
  kind: 'turn' | 'note',
  content: string,
  sessionId: string | null,
  speaker: string | null,
): string {
  const text = content.normalize('NFC').replace(/\s+/gu, ' ').trim();
  const parts = kind === 'note' ? ['note', text] : ['turn', sessionId, speaker, text];
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}

function refusalOf({ code, pointer, message }: Fault): Refusal {
  return new Refusal('invalid', code, message, { errors: [{ pointer, message }] });
}

/** Checks what is to be remembered; `pointer` is put before the place of a fault. */
export function checkMemory(memory: NewMemory, maxContent: number, now: Date, pointer = ''): CheckedMemory {
  const found = faultOf(memory, maxContent);
  if (found !== undefined) throw refusalOf({ ...found, pointer: pointer + found.pointer });
  const kind = memory.kind ?? (memory.sessionId === undefined ? 'note' : 'turn');
  const sessionId = memory.sessionId ?? null;
  const speaker = memory.speaker ?? null;
  return {
    content: memory.content,
    importance: memory.importance ?? Math.max(leastImportance[kind], estimateImportance(memory.content)),
    kind,
    sessionId,
    speaker,
    caption: memory.caption ?? null,
    captionQuery: memory.captionQuery ?? null,
    occurredAt: memory.occurredAt ?? now,
    metadata: memory.metadata ?? {},
    hash: memoryHash(kind, memory.content, sessionId, speaker),
  };
}
