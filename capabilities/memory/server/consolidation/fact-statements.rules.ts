import { analyze, splitSentences, stem, tokenize } from '#platform/server/language';
import type { MemoryItem } from './memory-item.ts';
import { RELATIONS, type Relation } from './relations.ts';

/** Something a sentence says about somebody. */
export interface Statement {
  readonly item: MemoryItem;
  readonly subject: string;
  /** Stems of the subject's name. */
  readonly subjectKey: string;
  readonly relation: Relation;
  /** Distinct stems of the object; never empty. */
  readonly object: ReadonlySet<string>;
  readonly sentence: string;
}

/** What an assistant says is no testimony about a person, and remembering it would feed memory with itself. */
const NO_WITNESS: ReadonlySet<string> = new Set([
  'assistant',
  'agent',
  'system',
  'bot',
  'ассистент',
  'агент',
]);
/** Words that look like names at the beginning of a sentence and are none. */
const NO_NAME =
  /^(?:He|She|It|They|We|You|This|That|There|What|Who|Which|Everyone|Everybody|Someone|Nobody|The|My|Your|Our|His|Her|Their|Он|Она|Оно|Они|Мы|Вы|Это|Кто|Что|Все)$/u;
const LONGEST_SENTENCE = 400;
const SENTENCES_READ = 60;

function keyOf(name: string): string {
  return tokenize(name)
    .map(({ term }) => stem(term))
    .join(' ');
}

function statementOf(item: MemoryItem, sentence: string): Statement | null {
  for (const { relation, self, other } of RELATIONS) {
    const own = item.speaker === null ? null : self.exec(sentence);
    const said = own === null ? (other?.exec(sentence) ?? null) : null;
    const subject = own === null ? (said?.[1] ?? null) : item.speaker;
    if (subject === null || NO_NAME.test(subject)) continue;
    // Any noun may open a sentence that says what it is; only somebody known by name elsewhere in the text counts.
    if (own === null && relation === 'is' && !item.entities.some(({ key }) => key === keyOf(subject)))
      continue;
    const object = new Set(analyze(own?.[1] ?? said?.[2] ?? ''));
    if (object.size > 0) return { item, subject, subjectKey: keyOf(subject), relation, object, sentence };
  }
  return null;
}

/** What a turn or note states about somebody, sentence by sentence; questions state nothing. At most one per sentence. */
export function statementsOf(item: MemoryItem): Statement[] {
  if (item.speaker !== null && NO_WITNESS.has(item.speaker.toLowerCase())) return [];
  return splitSentences(item.content)
    .slice(0, SENTENCES_READ)
    .filter(({ text }) => text.length <= LONGEST_SENTENCE && !text.endsWith('?'))
    .flatMap(({ text }) => statementOf(item, text) ?? []);
}
