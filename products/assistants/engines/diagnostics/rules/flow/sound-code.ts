import { type Node, nodesOf, type Span, type SyntaxTree } from '#products/assistants/engines/bsl';
import type { Rule } from '../../rule.ts';
import { liesBetween } from './token-text.ts';

/** Judges code that could be read: in a module with faults the reference analyser loses sight of some of it, and so do we. */
interface Soundness {
  isSound(offset: number): boolean;
}

const made = new WeakMap<SyntaxTree, Soundness>();
const none: Soundness = { isSound: () => false };

function soundnessOf(tree: SyntaxTree): Soundness {
  const known = made.get(tree) ?? judge(tree);
  made.set(tree, known);
  return known;
}

function judge(tree: SyntaxTree): Soundness {
  const { tokens, module } = tree;
  const errors = tree.errors.filter(({ code }) => code !== 'semicolon');
  const [first] = module.items.filter(({ kind }) => kind !== 'variableDeclaration');
  const [firstMethod] = module.items.filter(({ kind }) => kind === 'method');
  const bodyEnd = firstMethod === undefined ? tree.source.length : tokens.start(firstMethod.first) - 1;
  const beginsWithBody = first !== undefined && first.kind !== 'method' && first.kind !== 'error';
  // A body that is not followed by its method without a fault is not read at all.
  if (beginsWithBody && errors.some(({ start }) => start <= bodyEnd)) return none;

  const end = Math.min(endByMethods(tree), endByBody(tree));
  const lost = nodesOf(module, 'if').flatMap((statement): readonly Span[] => {
    const isBroken = statement.branches.some(
      ({ keyword, thenKeyword }) =>
        thenKeyword >= 0 && liesBetween(errors, tokens.start(keyword), tokens.end(thenKeyword)),
    );
    return isBroken ? [{ start: tokens.start(statement.first), end: tokens.end(statement.last) }] : [];
  });
  return {
    isSound: (offset) => offset < end && !lost.some((span) => span.start < offset && offset < span.end),
  };
}

/** A token that begins no statement ends its method; a second one, or the end of the method, ends the module. */
function endByMethods(tree: SyntaxTree): number {
  for (const method of tree.module.items) {
    if (method.kind !== 'method') continue;
    const [fault, next] = method.body.statements.filter(({ kind }) => kind === 'error');
    if (fault === undefined) continue;
    const after: number = next?.first ?? (method.endKeyword >= 0 ? method.endKeyword : method.last + 1);
    return tree.tokens.start(after);
  }
  return Number.POSITIVE_INFINITY;
}

/** After the body of the module no more methods are read. */
function endByBody(tree: SyntaxTree): number {
  let seen: 'nothing' | 'method' | 'body' = 'nothing';
  for (const item of tree.module.items) {
    if (isBody(item) && seen === 'method') seen = 'body';
    if (item.kind !== 'method') continue;
    if (seen === 'body') return tree.tokens.start(item.first);
    seen = 'method';
  }
  return Number.POSITIVE_INFINITY;
}

function isBody({ kind }: Node): boolean {
  return kind !== 'method' && kind !== 'variableDeclaration' && kind !== 'error';
}

/** The rule, silent about what stands after a fault that ends the module. */
export function withinSoundCode(rule: Rule): Rule {
  return {
    ...rule,
    create(context) {
      const { tree } = context;
      const isWhole = tree.errors.every(({ code }) => code === 'semicolon');
      if (isWhole && endByBody(tree) === Number.POSITIVE_INFINITY) return rule.create(context);
      const { isSound } = soundnessOf(tree);
      return rule.create({
        ...context,
        report(place, given) {
          if (isSound(place.start)) context.report(place, given);
        },
        reportTokens(first, last, given) {
          if (isSound(tree.tokens.start(first))) context.reportTokens(first, last, given);
        },
      });
    },
  };
}
