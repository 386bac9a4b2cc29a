import { Parser } from 'htmlparser2';
import { type BlockList, blockList } from './block-list.ts';
import type { Block } from './document.ts';
import type { DocumentLimits } from './limits.ts';
import { RefusedFile } from './refusal.ts';

const silent = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'iframe',
  'object',
  'head',
  'title',
]);
const breaks = new Set(
  'p div section article header footer main nav aside ul ol dl dt dd table thead tbody tfoot blockquote figure figcaption form fieldset address hr body html'.split(
    ' ',
  ),
);

export interface HtmlDocument {
  readonly title?: string;
  readonly blocks: readonly Block[];
}

/** Where a character stands, asked in growing order. */
function lineCounter(text: string): (at: number) => number {
  let line = 1;
  let next = 0;
  return (at) => {
    for (; next < at && next < text.length; next++) if (text.charCodeAt(next) === 10) line += 1;
    return line;
  };
}

interface Reading {
  text: string;
  title: string;
  cells: string[] | undefined;
  kind: 'heading' | 'paragraph' | 'list-item' | 'code';
  level: number;
  line: number;
  rowLine: number;
  lists: number;
  depth: number;
  silence: number;
  inTitle: boolean;
}

function flush(state: Reading, list: BlockList, numbered: boolean): void {
  const text =
    state.kind === 'code'
      ? state.text.replace(/^\n/, '')
      : state.text.replace(/[^\S\n]+/g, ' ').replace(/ ?\n ?/g, '\n');
  if (state.cells === undefined && text.trim() !== '')
    list.add({
      kind: state.kind,
      text,
      ...(numbered && { line: state.line }),
      ...((state.kind === 'heading' || state.kind === 'list-item') && { level: state.level }),
    });
  if (state.cells === undefined) state.text = '';
}

/** HTML as blocks; scripts, styles and the head are left out, never run. Lines are counted when `numbered`. */
export function readHtml(html: string, limits: DocumentLimits, numbered = true): HtmlDocument {
  const list = blockList(limits.textLength);
  const lineAt = lineCounter(html);
  const state: Reading = {
    text: '',
    title: '',
    cells: undefined,
    kind: 'paragraph',
    level: 1,
    line: 1,
    rowLine: 1,
    lists: 0,
    depth: 0,
    silence: 0,
    inTitle: false,
  };
  const open = (kind: Reading['kind'], level = 1): void => {
    if (state.cells) return;
    flush(state, list, numbered);
    state.kind = kind;
    state.level = level;
  };
  const parser = new Parser({
    onopentagname(name) {
      state.depth += 1;
      if (state.depth > limits.depth * 4) throw new RefusedFile('too_deep', 'HTML');
      if (name === 'title') state.inTitle = true;
      if (silent.has(name)) state.silence += 1;
      else if (/^h[1-6]$/.test(name)) open('heading', Number(name[1]));
      else if (name === 'li') open('list-item', Math.max(1, state.lists));
      else if (name === 'ul' || name === 'ol') {
        open('paragraph');
        state.lists += 1;
      } else if (name === 'pre') open('code');
      else if (name === 'tr') {
        flush(state, list, numbered);
        state.cells = [];
        state.text = '';
        state.rowLine = lineAt(parser.startIndex);
      } else if (name === 'td' || name === 'th') state.text = '';
      else if (name === 'br') state.text += '\n';
      else if (breaks.has(name)) state.kind === 'list-item' && name === 'p' ? undefined : open('paragraph');
    },
    onclosetag(name) {
      state.depth -= 1;
      if (name === 'title') state.inTitle = false;
      if (silent.has(name)) state.silence -= 1;
      else if (name === 'td' || name === 'th') {
        state.cells?.push(state.text.replace(/\s+/g, ' ').trim());
        state.text = '';
      } else if (name === 'tr' && state.cells) {
        const cells = state.cells;
        state.cells = undefined;
        state.text = '';
        list.add({
          kind: 'table-row',
          cells,
          text: cells.some((cell) => cell !== '') ? cells.join(' | ') : '',
          ...(numbered && { line: state.rowLine }),
        });
      } else if (name === 'ul' || name === 'ol') {
        open('paragraph');
        state.lists -= 1;
      } else if (/^h[1-6]$/.test(name) || name === 'li' || name === 'pre' || breaks.has(name)) {
        if (!(name === 'p' && state.kind === 'list-item')) open('paragraph');
        else state.text += '\n';
        if (state.cells) state.text += ' ';
      }
    },
    ontext(text) {
      if (state.inTitle) state.title = (state.title + text).slice(0, 500);
      if (state.silence > 0) return;
      if (state.text.trim() === '' && numbered) {
        state.line = lineAt(parser.startIndex + (text.length - text.trimStart().length));
      }
      // Source line breaks are spaces, except inside <pre>; a break asked for by <br> is kept.
      state.text += state.kind === 'code' ? text : text.replace(/\s+/g, ' ');
    },
  });
  parser.write(html);
  parser.end();
  flush(state, list, numbered);
  const title = state.title.replace(/\s+/g, ' ').trim();
  return { blocks: list.blocks, ...(title !== '' && { title }) };
}
