import type { Directive, DirectiveKind } from './directives.ts';
import type { SyntaxTree } from './parse.ts';
import type { Block, LabelStatement, Node, Statement } from './syntax.ts';
import type { Span } from './tokens.ts';
import { walk } from './walk.ts';

/** One step of a list of statements: a statement with its label and its `;`, or a preprocessor line among them. */
export interface Step extends Span {
  readonly statement: Statement | undefined;
  /** The label that stands directly before the statement. */
  readonly label: LabelStatement | undefined;
  readonly directive: Directive | undefined;
  readonly list: StepList;
}

/** The steps of a block, or of a stretch of the module's body. */
export interface StepList {
  readonly block: Block | undefined;
  readonly steps: readonly Step[];
}

/** The module's body lies before its methods, after them, or (which is an error) between them. */
export interface ModuleSteps {
  readonly ofBlock: ReadonlyMap<Block, StepList>;
  /** Code before the first method; in a module without methods it is empty. */
  readonly before: StepList;
  readonly between: readonly StepList[];
  /** Code after the last method; all code of a module without methods. */
  readonly after: StepList;
  /** The last preprocessor line before `after`. */
  readonly directiveBeforeBody: Directive | undefined;
}

const conditional: ReadonlySet<DirectiveKind> = new Set([
  'region',
  'endRegion',
  'if',
  'elsIf',
  'else',
  'endIf',
] as DirectiveKind[]);

const made = new WeakMap<SyntaxTree, ModuleSteps>();

/** The statements of every block together with the preprocessor lines that stand among them. Made once for a tree. */
export function stepsOf(tree: SyntaxTree): ModuleSteps {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const steps = collect(tree);
  made.set(tree, steps);
  return steps;
}

function collect(tree: SyntaxTree): ModuleSteps {
  const { tokens, module } = tree;
  const directives = tree.directives.filter(({ kind }) => conditional.has(kind));
  const endOf = (node: Node): number =>
    tokens.end('semicolon' in node && node.semicolon >= 0 ? node.semicolon : node.last);

  /** Index of the first directive at or after an offset. */
  function directiveAt(offset: number): number {
    let [low, high] = [0, directives.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((directives[middle]?.start ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function listOf(
    block: Block | undefined,
    statements: readonly Statement[],
    from: number,
    to: number,
  ): StepList {
    const steps: Step[] = [];
    const list: StepList = { block, steps };
    const addDirectives = (start: number, end: number): number => {
      const before = steps.length;
      for (let index = directiveAt(start); index < directives.length; index += 1) {
        const directive = directives[index];
        if (directive === undefined || directive.start >= end) break;
        const { start: first, end: last } = directive;
        steps.push({ start: first, end: last, directive, statement: undefined, label: undefined, list });
      }
      return steps.length - before;
    };
    let at = from;
    let label: LabelStatement | undefined;
    const addLabel = (): void => {
      if (label === undefined) return;
      const [start, end] = [tokens.start(label.first), endOf(label)];
      steps.push({ start, end, statement: label, label: undefined, directive: undefined, list });
      label = undefined;
    };
    for (const statement of statements) {
      const start = tokens.start(statement.first);
      if (label !== undefined && directiveAt(at) < directiveAt(start)) addLabel();
      addDirectives(at, start);
      at = endOf(statement);
      if (statement.kind === 'empty' || statement.kind === 'label' || statement.kind === 'error') addLabel();
      if (statement.kind === 'label' && statement.semicolon < 0) {
        label = statement;
        continue;
      }
      const first = label === undefined ? start : tokens.start(label.first);
      steps.push({ start: first, end: at, statement, label, directive: undefined, list });
      label = undefined;
    }
    addLabel();
    addDirectives(at, to);
    return list;
  }

  const ofBlock = new Map<Block, StepList>();
  walk(module, (node) => {
    if (node.kind !== 'block') return;
    const from = node.first > 0 ? tokens.end(node.first - 1) : 0;
    ofBlock.set(node, listOf(node, node.statements, from, tokens.start(node.last + 1)));
  });

  const runs: { statements: Statement[]; from: number; to: number }[] = [{ statements: [], from: 0, to: 0 }];
  let methods = 0;
  for (const item of module.items) {
    const run = runs.at(-1);
    if (run === undefined) break;
    if (item.kind === 'method') {
      run.to = tokens.start(item.first);
      methods += 1;
      runs.push({ statements: [], from: endOf(item), to: 0 });
    } else if (item.kind === 'variableDeclaration') {
      if (run.statements.length === 0) run.from = endOf(item);
    } else run.statements.push(item);
  }
  const last = runs.at(-1);
  if (last !== undefined) last.to = tree.source.length;
  const lists = runs.map(({ statements, from, to }, index) => {
    const [first] = statements;
    // Preprocessor lines before the first statement belong to the module, or to the method that follows.
    const leads = index === 0 || index < methods;
    const start = leads ? (first === undefined ? to : tokens.start(first.first)) : from;
    return { start, list: listOf(undefined, statements, start, to) };
  });
  const after = lists.at(-1);
  const none: StepList = { block: undefined, steps: [] };
  return {
    ofBlock,
    before: methods > 0 ? (lists[0]?.list ?? none) : none,
    between: lists.slice(1, -1).map(({ list }) => list),
    after: after?.list ?? none,
    directiveBeforeBody: directives[directiveAt(after?.start ?? 0) - 1],
  };
}
