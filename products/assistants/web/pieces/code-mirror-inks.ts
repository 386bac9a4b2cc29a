import { type Extension, RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { inkLooks } from './ink-looks.ts';
import { type CodeLanguage, lineInks } from './line-inks.rules.ts';

const decorations = new Map(
  Object.keys(inkLooks).map((ink) => [ink, Decoration.mark({ class: `cm-ink-${ink}` })]),
);

function visibleInks({ state: { doc }, visibleRanges }: EditorView, language: CodeLanguage): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  for (const { from, to } of visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = doc.lineAt(at);
      for (const { start, end, ink } of lineInks(line.text, language)) {
        const decoration = decorations.get(ink);
        if (decoration !== undefined) builder.add(line.from + start, line.from + end, decoration);
      }
      at = line.to + 1;
    }
  }
  return builder.finish();
}

/** Colours the lines that are on the screen. */
export function inksOf(language: CodeLanguage): Extension {
  return ViewPlugin.define(
    (view) => ({
      drawn: visibleInks(view, language),
      update(change: ViewUpdate) {
        if (change.docChanged || change.viewportChanged) this.drawn = visibleInks(change.view, language);
      },
    }),
    { decorations: ({ drawn }) => drawn },
  );
}
