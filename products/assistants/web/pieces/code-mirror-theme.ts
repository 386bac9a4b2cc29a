import { EditorView } from '@codemirror/view';
import { codeFont, inkLooks } from './ink-looks.ts';

const color = (name: string): string => `var(--mui-palette-${name})`;
const underline = (name: string) => ({
  backgroundImage: 'none',
  textDecoration: `underline wavy ${color(name)}`,
  textDecorationSkipInk: 'none',
  textUnderlineOffset: '3px',
});
const note = (name: string) => ({ borderLeftColor: color(name), '& strong': { color: color(name) } });

const rules = {
  '&': {
    height: '100%',
    color: color('text-primary'),
    backgroundColor: color('background-paper'),
    fontSize: '0.8125rem',
  },
  '&.cm-focused': { outline: `2px solid ${color('primary-main')}`, outlineOffset: '-2px' },
  '.cm-scroller': {
    fontFamily: codeFont,
    lineHeight: '1.6',
  },
  '.cm-content': { caretColor: color('text-primary') },
  '.cm-cursor': { borderLeftColor: color('text-primary') },
  '.cm-gutters': {
    backgroundColor: color('background-paper'),
    color: color('text-secondary'),
    borderRight: `1px solid ${color('divider')}`,
  },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: color('action-hover') },
  '.cm-selectionBackground, &.cm-focused .cm-selectionBackground': {
    backgroundColor: `${color('action-selected')} !important`,
  },
  '.cm-placeholder': { color: color('text-secondary') },
  '.cm-lintRange-error': underline('error-main'),
  '.cm-lintRange-warning': underline('warning-main'),
  '.cm-lintRange-info': underline('info-main'),
  '.cm-tooltip': {
    backgroundColor: color('background-paper'),
    color: color('text-primary'),
    border: `1px solid ${color('divider')}`,
    borderRadius: '8px',
    maxWidth: 'min(480px, 90vw)',
  },
  ...Object.fromEntries(Object.entries(inkLooks).map(([ink, look]) => [`.cm-ink-${ink}`, { ...look }])),
  '.cm-note': {
    borderLeft: '4px solid',
    backgroundColor: color('action-hover'),
    padding: '6px 12px',
    whiteSpace: 'pre-wrap',
    boxSizing: 'border-box',
    font: '0.8125rem/1.5 var(--mui-font-body2-family, inherit)',
  },
  '.cm-note-error': note('error-main'),
  '.cm-note-warning': note('warning-main'),
  '.cm-note-info': note('info-main'),
};

/** The editor in the colours of the page, which follow its scheme by themselves. */
export const editorTheme = (scheme: 'light' | 'dark') => EditorView.theme(rules, { dark: scheme === 'dark' });
