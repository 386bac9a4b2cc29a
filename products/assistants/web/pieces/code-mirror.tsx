import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { Compartment, EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
  placeholder as placeholderOf,
} from '@codemirror/view';
import { Box } from '@mui/material';
import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';
import type { CodeEditorProps, CodeMark } from './code-editor-props.ts';
import { inksOf } from './code-mirror-inks.ts';
import { markTransaction, noteField, revealMark } from './code-mirror-marks.ts';
import { editorTheme } from './code-mirror-theme.ts';
import { useScheme } from './use-scheme.ts';

const none: readonly CodeMark[] = [];

/** The editor itself; apart, because its library is large and comes late. */
export function CodeMirror(props: CodeEditorProps): ReactNode {
  const { value, onChange, language, label, placeholder = '', marks = none, shown = null } = props;
  const scheme = useScheme();
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  const told = useRef(onChange);
  const first = useRef({ value, scheme, language });
  const theme = useRef(new Compartment());
  const inks = useRef(new Compartment());
  const writable = onChange !== undefined;

  useEffect(() => {
    told.current = onChange;
  }, [onChange]);

  useLayoutEffect(() => {
    if (place.current === null) return;
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: first.current.value,
        extensions: [
          lineNumbers(),
          lintGutter(),
          history(),
          drawSelection(),
          bracketMatching(),
          highlightActiveLine(),
          indentUnit.of('\t'),
          EditorState.tabSize.of(4),
          EditorState.readOnly.of(!writable),
          keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
          placeholderOf(placeholder),
          inks.current.of(inksOf(first.current.language)),
          noteField,
          EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false' }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) told.current?.(update.state.doc.toString());
          }),
          theme.current.of(editorTheme(first.current.scheme)),
        ],
      }),
    });
    view.current = editor;
    return () => {
      first.current = { ...first.current, value: editor.state.doc.toString() };
      editor.destroy();
      view.current = null;
    };
  }, [label, placeholder, writable]);

  useEffect(() => {
    const editor = view.current;
    if (editor === null || editor.state.doc.toString() === value) return;
    editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
  }, [value]);

  useEffect(() => {
    view.current?.dispatch({ effects: theme.current.reconfigure(editorTheme(scheme)) });
  }, [scheme]);

  useEffect(() => {
    view.current?.dispatch({ effects: inks.current.reconfigure(inksOf(language)) });
  }, [language]);

  useEffect(() => {
    if (view.current !== null) view.current.dispatch(markTransaction(view.current, marks));
  }, [marks]);

  useEffect(() => {
    if (view.current !== null) revealMark(view.current, shown);
  }, [shown]);

  return <Box ref={place} sx={{ height: '100%', minWidth: 0 }} />;
}
