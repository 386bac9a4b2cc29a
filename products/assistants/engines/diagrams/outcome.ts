/** A message for people in both languages of the product. */
export interface Bilingual {
  readonly ru: string;
  readonly en: string;
}

export type DiagramFaultCode =
  | 'diagrams.invalid_model'
  | 'diagrams.duplicate_id'
  | 'diagrams.unknown_reference'
  | 'diagrams.too_many_nodes'
  | 'diagrams.too_many_edges'
  | 'diagrams.circular_nesting'
  | 'diagrams.unbalanced_block'
  | 'diagrams.invalid_date'
  | 'diagrams.invalid_xml'
  | 'diagrams.invalid_text'
  | 'diagrams.too_large'
  | 'diagrams.nothing_found'
  | 'diagrams.rules_broken';

/** Why a diagram was refused. */
export interface DiagramFault {
  readonly code: DiagramFaultCode;
  readonly message: Bilingual;
  /** What it is about: an id, a path in the model, a line. */
  readonly at?: string;
}

/** Either the value or the reason there is none; the engine throws nothing. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: DiagramFault };

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refused(code: DiagramFaultCode, ru: string, en: string, at?: string): Outcome<never> {
  const message = { ru, en };
  return { ok: false, fault: at === undefined ? { code, message } : { code, message, at: at.slice(0, 200) } };
}
