import type { Block } from './document.ts';
import { RefusedFile } from './refusal.ts';

export interface BlockList {
  readonly blocks: readonly Block[];
  /** Adds a block under the headings seen so far; blank text is left out. */
  add(block: Omit<Block, 'path'>): void;
}

const clean = (text: string): string =>
  // Soft hyphens and zero-width marks hide words from search; a non-breaking space is a space.
  text.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/\u00a0/g, ' ');

/** Collects blocks and gives each the trail of headings above it; refuses more text than allowed. */
export function blockList(textLength: number): BlockList {
  const blocks: Block[] = [];
  let trail: { level: number; text: string }[] = [];
  let length = 0;
  return {
    blocks,
    add(block) {
      const cleaned = clean(block.text);
      const text = block.kind === 'code' ? cleaned.replace(/\s+$/, '') : cleaned.trim();
      if (text === '') return;
      length += text.length;
      if (length > textLength) throw new RefusedFile('too_large', `${textLength} characters of text`);
      if (block.kind === 'heading') {
        const level = block.level ?? 1;
        trail = trail.filter((above) => above.level < level);
        blocks.push({ ...block, text, path: trail.map((above) => above.text) });
        trail.push({ level, text });
      } else blocks.push({ ...block, text, path: trail.map((above) => above.text) });
    },
  };
}
