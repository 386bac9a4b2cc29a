import type { MemoryNode } from '../../contract/index.ts';

const bare = (text: string): string =>
  text
    .replace(/(…|\.\.\.)$/, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** The label when it says more than the first words of the content do. */
export function distinctLabel({ label, content }: Pick<MemoryNode, 'label' | 'content'>): string | null {
  const short = bare(label);
  return short === '' || bare(content).startsWith(short) ? null : label;
}
