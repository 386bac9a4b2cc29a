import type { DrawnDiagram } from '../../contract/index.ts';

/** A line of a text that became no part of the diagram; lines are counted from one. */
export interface UnreadLine {
  readonly line: number;
  readonly text: string;
}

/** What is to be drawn. */
export type DrawInput =
  | { readonly from: 'text'; readonly text: string; readonly kind: string }
  | { readonly from: 'model'; readonly model: unknown }
  | { readonly from: 'bpmn'; readonly bpmn: string }
  | { readonly from: 'mermaid'; readonly mermaid: string };

export interface DrawRequest {
  readonly input: DrawInput;
  /** Lines that were left out before the server saw them. */
  readonly unread: readonly UnreadLine[];
}

/** A diagram in the notations there are; null where a notation cannot hold it. */
export interface Drawing {
  readonly kind: string | null;
  readonly mermaid: string;
  readonly plantuml: string | null;
  readonly bpmn: string | null;
  readonly model: unknown;
  readonly notes: DrawnDiagram['notes'];
  readonly unread: readonly UnreadLine[];
}
