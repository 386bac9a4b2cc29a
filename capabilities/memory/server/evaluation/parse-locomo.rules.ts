import { Refusal } from '#base/refusal';
import {
  CATEGORIES,
  type Category,
  type EvaluationQuestion,
  type EvaluationSample,
  type EvaluationTurn,
} from './locomo.ts';

function refuse(at: number | null): Refusal {
  const pointer = at === null ? '' : `/${at}`;
  return new Refusal(
    'invalid',
    'memory.not_an_evaluation_file',
    'The file is not a JSON array of conversations.',
    {
      errors: [{ pointer, message: at === null ? 'not an array' : 'no conversation' }],
    },
  );
}

type Fields = Readonly<Record<string, unknown>>;

const SESSION = /^session_(\d{1,6})$/;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const SESSION_TIME =
  /^\s*(?:(\d{1,2}):(\d{2})\s*([ap]m)?\s*(?:on)?\s*)?(\d{1,2})\s+([a-z]{3})[a-z]*,?\s+(\d{4})\s*$/i;
/** Two numbers after a D, whatever stands between them: D8:6, D:11:26, D 8 : 6. */
const EVIDENCE = /D\s*:?\s*(\d{1,6})\s*:\s*(\d{1,6})/gi;

function fieldsOf(value: unknown): Fields | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** `1:56 pm on 8 May, 2023` as milliseconds since 1970 (UTC); any date the platform reads; else null. */
export function parseSessionTime(value: string): number | null {
  const match = SESSION_TIME.exec(value);
  if (match === null) {
    const parsed = Date.parse(value);
    return Number.isNaN(parsed) ? null : parsed;
  }
  const [, hour, minute, half, day, month, year] = match;
  const clock =
    (Number(hour ?? 0) % (half === undefined ? 24 : 12)) + (half?.toLowerCase() === 'pm' ? 12 : 0);
  const index = MONTHS.indexOf((month ?? '').toLowerCase());
  return index < 0 ? null : Date.UTC(Number(year), index, Number(day), clock, Number(minute ?? 0));
}

/** Evidence ids as they are meant: several in one string, a stray colon, leading zeros. Repetitions are dropped. */
export function repairEvidence(evidence: unknown): string[] {
  const entries = Array.isArray(evidence) ? evidence : [evidence];
  const ids = entries
    .filter((entry) => typeof entry === 'string')
    .flatMap((entry) =>
      [...entry.matchAll(EVIDENCE)].map((match) => `D${Number(match[1])}:${Number(match[2])}`),
    );
  return [...new Set(ids)];
}

/** Attached-picture searches are usually strings, sometimes lists of them. */
function joined(value: unknown): string | null {
  return text(Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(' ') : value);
}

function turnsOf(conversation: Fields): EvaluationTurn[] {
  const turns: EvaluationTurn[] = [];
  const sessions = Object.keys(conversation)
    .flatMap((key) => SESSION.exec(key)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  for (const session of sessions) {
    const list = conversation[`session_${session}`];
    const occurredAt = parseSessionTime(text(conversation[`session_${session}_date_time`]) ?? '') ?? 0;
    if (!Array.isArray(list)) continue;
    for (const [ordinal, entry] of list.entries()) {
      const turn = fieldsOf(entry);
      const content = turn === null ? null : (text(turn['text']) ?? text(turn['blip_caption']));
      if (turn === null || content === null) continue;
      const [id = `D${session}:${ordinal + 1}`] = repairEvidence(turn['dia_id']);
      turns.push({
        id,
        sessionId: `session_${session}`,
        ordinal,
        occurredAt,
        speaker: text(turn['speaker']) ?? '',
        text: text(turn['text']) ?? '',
        caption: joined(turn['blip_caption']),
        captionQuery: joined(turn['query']),
      });
    }
  }
  return turns;
}

function categoryOf(value: unknown): Category | null {
  switch (Number(value)) {
    case 1:
      return CATEGORIES[1];
    case 2:
      return CATEGORIES[2];
    case 3:
      return CATEGORIES[3];
    case 4:
      return CATEGORIES[4];
    case 5:
      return CATEGORIES[5];
    default:
      return null;
  }
}

function questionOf(entry: unknown, known: ReadonlySet<string>): EvaluationQuestion | null {
  const fields = fieldsOf(entry);
  const question = fields === null ? null : text(fields['question']);
  const category = fields === null ? null : categoryOf(fields['category']);
  if (fields === null || question === null || category === null) return null;
  return { question, category, evidence: repairEvidence(fields['evidence']).filter((id) => known.has(id)) };
}

function sampleOf(entry: unknown, at: number): EvaluationSample {
  const fields = fieldsOf(entry);
  const conversation = fieldsOf(fields?.['conversation']);
  if (fields === null || conversation === null) throw refuse(at);
  const turns = turnsOf(conversation);
  const known = new Set(turns.map(({ id }) => id));
  const questions = Array.isArray(fields['qa']) ? fields['qa'] : [];
  return {
    id: text(fields['sample_id']) ?? `sample-${at + 1}`,
    speakers: [
      ...new Set([
        text(conversation['speaker_a']),
        text(conversation['speaker_b']),
        ...turns.map(({ speaker }) => speaker),
      ]),
    ].flatMap((speaker) => (speaker === null || speaker === '' ? [] : [speaker])),
    turns,
    questions: questions.map((one) => questionOf(one, known)).filter((one) => one !== null),
  };
}

/**
 * Reads conversations with questions in the LoCoMo layout from parsed JSON. Tolerant of what such files contain:
 * malformed evidence ids are repaired, ids of turns that do not exist dropped, unreadable turns and questions left
 * out. Refuses (`invalid`) only what is not an array of conversations at all.
 */
export function parseLocomo(json: unknown): EvaluationSample[] {
  if (!Array.isArray(json)) throw refuse(null);
  return json.map(sampleOf);
}
