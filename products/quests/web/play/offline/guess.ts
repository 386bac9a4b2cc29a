import { type Answer, normaliseAnswer, type OfflinePack, type PlayPoint } from '../../../contract/index.ts';
import type { Guess } from './outbox.rules.ts';

/** The text that the author's answers were hashed as; null for what is no text. */
function hashedText(answer: Answer): string | null {
  if ('text' in answer) return normaliseAnswer(answer.text).replaceAll('*', '');
  if ('number' in answer) return String(answer.number);
  if ('option_ids' in answer) return answer.option_ids.toSorted().join(',');
  if ('order' in answer) return answer.order.join(',');
  if ('code' in answer) return normaliseAnswer(answer.code);
  return null;
}

async function sha256(text: string): Promise<string | null> {
  // Browsers keep it from pages without TLS.
  if (globalThis.crypto?.subtle === undefined) return null;
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Only these are right in exactly one way; words and numbers may be right in ways that only the server knows. */
const exact: readonly string[] = ['choice', 'sorting', 'code'];

/** What the device can tell about an answer by the salted hashes of its pack. */
export async function guessAnswer(
  pack: OfflinePack,
  point: Pick<PlayPoint, 'id' | 'task'>,
  answer: Answer,
): Promise<Guess> {
  if ('file_id' in answer) return 'right';
  const check = pack.checks.find(({ point_id }) => point_id === point.id);
  const text = hashedText(answer);
  if (check === undefined || text === null || check.hashes.length === 0) return 'unknown';
  const hash = await sha256(`${check.salt}${text}`);
  if (hash === null) return 'unknown';
  if (check.hashes.includes(hash)) return 'right';
  return exact.includes(point.task?.kind ?? '') ? 'wrong' : 'unknown';
}
