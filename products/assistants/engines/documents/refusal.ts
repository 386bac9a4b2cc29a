import type { Bilingual, Document } from './document.ts';
import { refusalTexts } from './refusals/tables.ts';

export type DocumentRefusalCode = keyof typeof refusalTexts;

/** A deliberate no to a file. `detail` is technical: a part's name, a number. */
export interface DocumentRefusal {
  readonly ok: false;
  readonly code: DocumentRefusalCode;
  readonly message: Bilingual;
  readonly detail?: string;
}

export type DocumentResult = { readonly ok: true; readonly document: Document } | DocumentRefusal;

/** Carries a refusal out of nested reading; never leaves this engine. */
export class RefusedFile extends Error {
  readonly code: DocumentRefusalCode;
  readonly detail: string;
  constructor(code: DocumentRefusalCode, detail = '') {
    super(code);
    this.code = code;
    this.detail = detail;
  }
}

export function refusalOf(code: DocumentRefusalCode, detail = ''): DocumentRefusal {
  const fill = (text: string): string =>
    detail === '' ? text.replace(': {}', '') : text.replace('{}', () => detail);
  const { ru, en } = refusalTexts[code];
  return { ok: false, code, message: { ru: fill(ru), en: fill(en) }, ...(detail && { detail }) };
}
