import type { Requirement } from '../../../contract/index.ts';

type Finding = Requirement['findings'][number];

/** What the author has to fill in. */
export type Fill =
  | 'measure'
  | 'time'
  | 'noun'
  | 'list'
  | 'either'
  | 'unit'
  | 'number'
  | 'meaning'
  | 'bound'
  | 'actor'
  | 'obligation'
  | 'action'
  | 'split'
  | 'criterion'
  | 'acceptance';

/** A part of a new wording: words that stay, or a place to be filled in. */
export type Piece = { readonly kept: string } | { readonly fill: Fill };

const instead: Readonly<Record<string, Fill>> = {
  'vague-term': 'measure',
  'vague-time': 'time',
  pronoun: 'noun',
  'open-ended': 'list',
  'and-or': 'either',
  oblique: 'either',
  absolute: 'bound',
  quantifier: 'bound',
  'weak-obligation': 'obligation',
  'superfluous-infinitive': 'action',
};
/** The words stay and something follows them, or comes before. */
const after: Readonly<Record<string, Fill>> = {
  'number-without-unit': 'unit',
  'undefined-acronym': 'meaning',
};
const before: Readonly<Record<string, Fill>> = { 'unit-without-number': 'number', compound: 'split' };
const dropped: ReadonlySet<string> = new Set(['escape-clause']);
const noActor: ReadonlySet<string> = new Set(['missing-actor', 'passive-no-actor']);

const changes = ({ key }: Finding): boolean =>
  key in instead || key in after || key in before || dropped.has(key);

function pieceOf({ key }: Finding, words: string): readonly Piece[] {
  if (dropped.has(key)) return [];
  const [put, behind, ahead] = [instead[key], after[key], before[key]];
  if (put !== undefined) return [{ fill: put }];
  if (behind !== undefined) return [{ kept: `${words} ` }, { fill: behind }];
  return ahead === undefined ? [{ kept: words }] : [{ fill: ahead }, { kept: ` ${words}` }];
}

/** Two spaces meet where words went away, and a sentence begins with a capital letter. */
function tidied(pieces: readonly Piece[]): readonly Piece[] {
  const tidy: Piece[] = [];
  for (const piece of pieces) {
    const last = tidy.at(-1);
    if (!('kept' in piece) || last === undefined || !('kept' in last)) tidy.push(piece);
    else tidy[tidy.length - 1] = { kept: `${last.kept}${piece.kept}`.replace(/ {2,}/g, ' ') };
  }
  const [first, ...rest] = tidy;
  if (first === undefined || !('kept' in first)) return tidy;
  const kept = first.kept.trimStart();
  return kept === ''
    ? rest
    : [{ kept: `${kept.slice(0, 1).toLocaleUpperCase('ru')}${kept.slice(1)}` }, ...rest];
}

/**
 * The sentence as it could be said: weak words give way to places to be filled in, escape clauses go, an actor and a
 * criterion are asked for where they are missing. Null where nothing of this helps.
 */
export function rewordingOf({ text, findings, type }: Requirement): readonly Piece[] | null {
  if (type === 'not-a-requirement') return null;
  const keys = new Set(findings.map(({ key }) => key));
  const asksActor = [...noActor].some((key) => keys.has(key));
  const edits = findings
    .filter(changes)
    .toSorted((one, other) => one.start - other.start || other.end - one.end);
  const asksMeasure = edits.some(({ key }) => instead[key] === 'measure' || instead[key] === 'bound');
  const asksCriterion = !asksMeasure && keys.has('unverifiable');
  const asksAcceptance = keys.has('missing-criterion');
  if (edits.length === 0 && !asksActor && !asksCriterion && !asksAcceptance) return null;

  const pieces: Piece[] = [];
  if (asksActor) pieces.push({ fill: 'actor' }, { kept: ': ' });
  let at = 0;
  for (const edit of edits) {
    if (edit.start < at || edit.end > text.length) continue;
    pieces.push({ kept: text.slice(at, edit.start) }, ...pieceOf(edit, text.slice(edit.start, edit.end)));
    at = edit.end;
  }
  const rest = text.slice(at);
  if (asksCriterion) {
    const end = /[.;!]?\s*$/.exec(rest)?.index ?? rest.length;
    pieces.push({ kept: `${rest.slice(0, end)} ` }, { fill: 'criterion' }, { kept: rest.slice(end) });
  } else pieces.push({ kept: rest });
  if (asksAcceptance) pieces.push({ kept: ' ' }, { fill: 'acceptance' });
  return tidied(pieces.filter((piece) => !('kept' in piece) || piece.kept !== ''));
}
