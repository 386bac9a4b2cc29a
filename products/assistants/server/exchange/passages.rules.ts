import { analyze } from '#platform/server/language';
import type { FilePiece, ReadAttachment } from '../attachments/attachment.ts';
import type { Source } from '../tools/tool.ts';
import type { RecalledMemory } from './question.ts';

/** Text for a prompt, with the place it is cited by. */
export interface SourcePassage {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly occurredAt?: Date;
  readonly source: Source;
}

/** Pieces of files that go into a prompt at most; the budget of tokens cuts further. */
const mostPieces = 40;

function placeOf(name: string, { path, pages, lines }: FilePiece, locale: 'ru' | 'en'): string {
  const page = locale === 'ru' ? 'с.' : 'p.';
  const line = locale === 'ru' ? 'строки' : 'lines';
  const place = [
    ...(path.length === 0 ? [] : [path.join(' › ')]),
    ...(pages === undefined ? [] : [`${page} ${pages[0]}`]),
    ...(lines === undefined || pages !== undefined ? [] : [`${line} ${lines[0]}–${lines[1]}`]),
  ];
  return [name, ...place].join(', ');
}

function filePassage(
  file: Pick<ReadAttachment, 'id' | 'name'>,
  piece: FilePiece,
  at: number,
  locale: 'ru' | 'en',
): SourcePassage {
  const { text, pages, lines } = piece;
  return {
    id: `file:${file.id}:${at}`,
    title: placeOf(file.name, piece, locale),
    text,
    source: {
      kind: 'file',
      title: file.name,
      reference: file.name,
      ...(pages === undefined ? {} : { page: pages[0] }),
      ...(lines === undefined ? {} : { lines }),
      excerpt: text,
    },
  };
}

/**
 * Pieces of files for a question. All of them in order where they are few; else those that share most words with the
 * question, by its rarer words first, and then the beginnings.
 */
export function filePassages(
  files: readonly Pick<ReadAttachment, 'id' | 'name' | 'pieces'>[],
  question: string,
  locale: 'ru' | 'en',
): readonly SourcePassage[] {
  const all = files.flatMap((file) =>
    file.pieces.map((piece, at) => ({ passage: filePassage(file, piece, at, locale), at })),
  );
  if (all.length <= mostPieces) return all.map(({ passage }) => passage);
  const terms = new Set(analyze(question.slice(0, 2_000)));
  const words = all.map(({ passage }) => new Set(analyze(`${passage.title} ${passage.text}`)));
  const weights = new Map(
    [...terms].map((term) => {
      const count = words.filter((known) => known.has(term)).length;
      return [term, Math.log(1 + all.length / (1 + count))];
    }),
  );
  const scored = all.map(({ passage, at }, index) => {
    const known = words[index] ?? new Set<string>();
    const score = [...weights].reduce((sum, [term, weight]) => sum + (known.has(term) ? weight : 0), 0);
    return { passage, at, score };
  });
  return scored
    .sort((left, right) => right.score - left.score || left.at - right.at)
    .slice(0, mostPieces)
    .map(({ passage }) => passage);
}

/** What was recalled, as passages. */
export function memoryPassages(memories: readonly RecalledMemory[]): readonly SourcePassage[] {
  return memories.map(({ id, text, label, occurredAt }) => ({
    id: `memory:${id}`,
    title: label,
    text,
    occurredAt,
    source: { kind: 'memory', title: label, reference: id, excerpt: text },
  }));
}
