import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { CodeMark } from './code-editor-props.ts';

type Place = CodeMark['range']['start'];

function offsetOf(doc: Text, { line, character }: Place): number {
  if (line >= doc.lines) return doc.length;
  const found = doc.line(line + 1);
  return Math.min(found.to, found.from + character);
}

/** Underlines and gutter signs for all marks at once. */
export function markTransaction(view: EditorView, marks: readonly CodeMark[]) {
  const { doc } = view.state;
  const diagnostics = marks.map(({ range, tone, word, text }): Diagnostic => {
    const from = offsetOf(doc, range.start);
    return {
      from,
      to: Math.max(from, offsetOf(doc, range.end)),
      severity: tone,
      message: `${word}: ${text}`,
    };
  });
  return setDiagnostics(view.state, diagnostics);
}

class NoteWidget extends WidgetType {
  readonly mark: CodeMark;

  constructor(mark: CodeMark) {
    super();
    this.mark = mark;
  }

  override eq(other: NoteWidget): boolean {
    return other.mark === this.mark;
  }

  override toDOM({ scrollDOM }: EditorView): HTMLElement {
    const note = document.createElement('div');
    note.className = `cm-note cm-note-${this.mark.tone}`;
    // As wide as what is seen, however long the lines are.
    const gutters = scrollDOM.querySelector('.cm-gutters')?.clientWidth ?? 0;
    if (scrollDOM.clientWidth > 0) note.style.maxWidth = `${scrollDOM.clientWidth - gutters - 8}px`;
    const word = document.createElement('strong');
    word.textContent = `${this.mark.word}. `;
    note.append(word, this.mark.text);
    return note;
  }
}

const setNote = StateEffect.define<CodeMark | null>();

/** The note of the chosen mark, below its line; it goes when the text changes. */
export const noteField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(notes, transaction) {
    let next = transaction.docChanged ? Decoration.none : notes;
    for (const effect of transaction.effects) {
      if (!effect.is(setNote)) continue;
      const mark = effect.value;
      if (mark === null) {
        next = Decoration.none;
        continue;
      }
      const { doc } = transaction.state;
      const { to } = doc.lineAt(offsetOf(doc, mark.range.start));
      next = Decoration.set(
        Decoration.widget({ widget: new NoteWidget(mark), block: true, side: 1 }).range(to),
      );
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Brings a mark into view, with its note, and puts the cursor on it. */
export function revealMark(view: EditorView, mark: CodeMark | null): void {
  if (mark === null) {
    view.dispatch({ effects: setNote.of(null) });
    return;
  }
  const { doc } = view.state;
  const from = offsetOf(doc, mark.range.start);
  view.dispatch({
    selection: { anchor: from },
    effects: [setNote.of(mark), EditorView.scrollIntoView(from, { y: 'center' })],
  });
}
