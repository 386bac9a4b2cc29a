import type { Document } from '#products/assistants/engines/documents';
import { sectionStandards } from './tables.ts';

export interface SectionState {
  readonly number: string;
  readonly title: string;
  readonly state: 'present' | 'empty' | 'missing';
  readonly line?: number;
  readonly page?: number;
}

export interface SectionReport {
  readonly standard: '34.602-2020' | '19.201-78';
  readonly sections: readonly SectionState[];
  /** Share of the sections that are there and not empty, 0–1. */
  readonly completeness: number;
}

const fewest = 3;

/**
 * Compares the headings of a document with the sections of both standards. A standard of which fewer than
 * three sections are found is left out: the document does not follow it.
 */
export function checkSections(document: Document): readonly SectionReport[] {
  const headings = document.blocks.flatMap((block, index) => {
    if (block.kind !== 'heading') return [];
    const next = document.blocks[index + 1];
    const deeper = next?.kind === 'heading' && (next.level ?? 1) > (block.level ?? 1);
    const words =
      block.text
        .toLowerCase()
        .replace(/ё/g, 'е')
        .match(/\p{L}+/gu) ?? [];
    return [{ block, words, empty: next === undefined || (next.kind === 'heading' && !deeper) }];
  });
  return sectionStandards.flatMap(({ standard, sections }) => {
    const states = sections.map(({ number, title, words }): SectionState => {
      const found = headings.find((heading) =>
        words.some((group) =>
          group.every((start) =>
            heading.words.some((word) => (start === 'ас' ? word === start : word.startsWith(start))),
          ),
        ),
      );
      if (!found) return { number, title, state: 'missing' };
      const { line, page } = found.block;
      return {
        number,
        title,
        state: found.empty ? 'empty' : 'present',
        ...(line !== undefined && { line }),
        ...(page !== undefined && { page }),
      };
    });
    const there = states.filter((one) => one.state !== 'missing').length;
    if (there < fewest) return [];
    return [
      {
        standard,
        sections: states,
        completeness: states.filter((one) => one.state === 'present').length / states.length,
      },
    ];
  });
}
