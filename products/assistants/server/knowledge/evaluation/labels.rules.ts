import { Refusal } from '#base/refusal';

/** A question with the place that answers it; without page, heading and lines the whole document does. */
export interface Labelled {
  readonly question: string;
  readonly document: string;
  readonly page?: number;
  readonly heading?: string;
  /** One-based, inclusive. */
  readonly lines?: readonly [first: number, last: number];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 1;

function labelOf(value: unknown): Labelled | undefined {
  if (!isRecord(value)) return undefined;
  const { question, document, page, heading, lines } = value;
  if (typeof question !== 'string' || question.trim() === '') return undefined;
  if (typeof document !== 'string' || document === '' || /[\\/]/u.test(document)) return undefined;
  if (page !== undefined && !isCount(page)) return undefined;
  if (heading !== undefined && typeof heading !== 'string') return undefined;
  const label = { question, document, ...(page && { page }), ...(heading && { heading }) };
  if (lines === undefined) return label;
  if (!Array.isArray(lines)) return undefined;
  const [first, last]: readonly unknown[] = lines;
  return isCount(first) && isCount(last) && lines.length === 2
    ? { ...label, lines: [first, last] }
    : undefined;
}

/**
 * Reads a labelled file: a JSON object on each line.
 * @throws Refusal `invalid` `assistants.not_an_evaluation_file` with the line that does not fit.
 */
export function parseLabels(text: string): readonly Labelled[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      value = undefined;
    }
    const label = labelOf(value);
    if (label === undefined)
      throw new Refusal(
        'invalid',
        'assistants.not_an_evaluation_file',
        `Line ${index + 1} is not {"question", "document" and page, heading or lines}.`,
      );
    return [label];
  });
}

/** What is known of a passage that was found. */
export interface FoundPlace {
  readonly documentName: string;
  readonly heading: readonly string[];
  readonly page: number | null;
  readonly firstLine: number | null;
  readonly lastLine: number | null;
}

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е').trim();

/** Whether a passage is (a part of) the place that answers. */
export function answers(label: Labelled, found: FoundPlace): boolean {
  if (folded(found.documentName) !== folded(label.document)) return false;
  if (label.page !== undefined) return found.page === label.page;
  const { heading, lines } = label;
  if (heading !== undefined) return found.heading.some((title) => folded(title) === folded(heading));
  if (lines === undefined) return true;
  const [first, last] = lines;
  return found.firstLine !== null && found.firstLine <= last && (found.lastLine ?? found.firstLine) >= first;
}

export interface Measured {
  readonly questions: number;
  /** Share of questions answered among the first 1, 5 and 10. */
  readonly recall: { readonly 1: number; readonly 5: number; readonly 10: number };
  /** Mean of 1 / rank of the first answer; 0 for those not found. */
  readonly mrr: number;
}

/** Measures from ranks: one-based, undefined for an answer that was not found. */
export function measure(ranks: readonly (number | undefined)[]): Measured {
  const share = (most: number): number =>
    ranks.length === 0 ? 0 : ranks.filter((rank) => rank !== undefined && rank <= most).length / ranks.length;
  const sum = ranks.reduce<number>((total, rank) => total + (rank === undefined ? 0 : 1 / rank), 0);
  return {
    questions: ranks.length,
    recall: { 1: share(1), 5: share(5), 10: share(10) },
    mrr: ranks.length === 0 ? 0 : sum / ranks.length,
  };
}
