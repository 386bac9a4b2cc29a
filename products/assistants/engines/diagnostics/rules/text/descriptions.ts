import type { Method, Span, SyntaxTree } from '#products/assistants/engines/bsl';
import { L } from './lexeme-kind.ts';
import { lexemesOf } from './lexemes.ts';

/** Compilation directives: they stand between a description and its method. */
export const compilationDirectives: ReadonlySet<string> = new Set([
  'наклиенте',
  'atclient',
  'насервере',
  'atserver',
  'насерверебезконтекста',
  'atservernocontext',
  'наклиентенасервере',
  'atclientatserver',
  'наклиентенасерверебезконтекста',
  'atclientatservernocontext',
]);

/** Annotations of extensions: a description is looked for above them only when none stands below. */
const interceptions: ReadonlySet<string> = new Set([
  'перед',
  'before',
  'после',
  'after',
  'вместо',
  'around',
  'изменениеиконтроль',
  'changeandvalidate',
]);

/** The comment lines that belong to what begins at the offset: directly above, or above its annotations. */
export function commentsBefore(tree: SyntaxTree, offset: number): readonly Span[] {
  const lexemes = lexemesOf(tree);
  const { lines } = tree;
  const found: Span[] = [];
  let index = lexemes.at(offset);
  let line = lines.lineAt(offset);
  while (index > 0) {
    index -= 1;
    const kind = lexemes.kind(index);
    const own = lines.lineAt(lexemes.start(index));
    if (kind === L.Space) {
      if (index === 0 || own + 1 !== line) break;
    } else if (kind === L.AnnotationName) {
      if (interceptions.has(lexemes.text(index).toLowerCase())) break;
    } else if (kind === L.Comment) found.unshift({ start: lexemes.start(index), end: lexemes.end(index) });
    else if (kind !== L.Ampersand) break;
    line = own;
  }
  return found;
}

const made = new WeakMap<Method, readonly Span[]>();

/** The comment lines that describe a method; none for a method that is not finished. */
export function descriptionOf(tree: SyntaxTree, method: Method): readonly Span[] {
  const known = made.get(method);
  if (known !== undefined) return known;
  const { tokens } = tree;
  let found: readonly Span[] = [];
  if (method.endKeyword >= 0) {
    found = commentsBefore(tree, tokens.start(method.keyword));
    const annotation = method.annotations.find(({ name }) => !compilationDirectives.has(tokens.key(name)));
    if (found.length === 0 && annotation !== undefined)
      found = commentsBefore(tree, tokens.start(annotation.first));
  }
  made.set(method, found);
  return found;
}

/** Where the descriptions of the module's methods stand, in order. */
export function descriptionRangesOf(tree: SyntaxTree): readonly Span[] {
  return tree.module.items.flatMap((item) => {
    if (item.kind !== 'method') return [];
    const comments = descriptionOf(tree, item);
    const [first, last] = [comments[0], comments.at(-1)];
    return first === undefined || last === undefined ? [] : [{ start: first.start, end: last.end }];
  });
}
