import type { CodeLanguage } from './line-inks.rules.ts';

/** What an editor shows at a place of its text. */
export interface CodeMark {
  /** Zero-based lines and UTF-16 columns; what lies outside the text is pulled inside. */
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
  readonly tone: 'error' | 'warning' | 'info';
  /** The severity in words: colour alone tells too little. */
  readonly word: string;
  readonly text: string;
}

export interface CodeEditorProps {
  /** Lines end in LF. */
  readonly value: string;
  /** Left out: the text can only be read. */
  readonly onChange?: ((value: string) => void) | undefined;
  readonly language: CodeLanguage;
  /** Names the editor for screen readers. */
  readonly label: string;
  readonly placeholder?: string | undefined;
  readonly marks?: readonly CodeMark[] | undefined;
  /** Comes into view with its note; a new object brings it again. */
  readonly shown?: CodeMark | null | undefined;
}
