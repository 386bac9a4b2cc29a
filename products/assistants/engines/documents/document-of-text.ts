import type { Document } from './document.ts';
import { defaultLimits } from './limits.ts';
import { readMarkdown } from './markdown.ts';
import { readPlainText } from './plain-text.ts';
import { type DocumentResult, RefusedFile, refusalOf } from './refusal.ts';

/** A text already in hand as a document; a refusal for lines or lengths over the limits. */
export function documentOfText(text: string, kind: 'txt' | 'md' = 'txt', name = 'text'): DocumentResult {
  try {
    const blocks = kind === 'md' ? readMarkdown(text, defaultLimits) : readPlainText(text, defaultLimits);
    const document: Document = { kind, name, blocks, metadata: {}, warnings: [] };
    return { ok: true, document };
  } catch (error) {
    if (error instanceof RefusedFile) return refusalOf(error.code, error.detail);
    return refusalOf('broken', error instanceof Error ? error.name : 'unknown');
  }
}
