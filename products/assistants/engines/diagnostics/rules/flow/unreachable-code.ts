import {
  type Directive,
  type FlowBlock,
  flowOf,
  type Method,
  type Module,
  type Position,
  type Range,
  rangeOf,
  type Span,
  type Step,
  type StepList,
  type SyntaxTree,
  stepsOf,
} from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { stepsIn, walkSteps } from './code-steps.ts';
import {
  conditionalStretches,
  contains,
  holdsRegionOrEnd,
  type ToldRanges,
  toldRanges,
} from './preprocessor-stretches.ts';

export const unreachableCode = defineRule({
  key: 'UnreachableCode',
  type: 'error',
  severity: 'minor',
  minutes: 10,
  title: { ru: 'Недостижимый код', en: 'Unreachable code' },
  message: { ru: 'Удалите код, который никогда не выполнится', en: 'Remove the code that never runs' },
  create: ({ tree, report }) => ({
    finish() {
      const stretches = conditionalStretches(tree);
      const steps = stepsOf(tree);
      let told = toldRanges();
      const tellAfterJumps = (list: StepList): void =>
        walkSteps(tree, list, (step) => {
          if (!jumps(step)) return;
          const place = deadAfter(tree, step, stretches, told);
          if (place === undefined) return;
          report(place);
          told.add(rangeOf(tree, place));
        });
      const tellUnled = (root: Method | Module): void => {
        for (const place of unled(tree, root))
          if (!told.holds(tree.lines.positionAt(place.start))) report(place);
      };
      tellAfterJumps(steps.before);
      for (const item of tree.module.items) {
        if (item.kind !== 'method') continue;
        told = toldRanges();
        const list = steps.ofBlock.get(item.body);
        if (list !== undefined) tellAfterJumps(list);
        tellUnled(item);
      }
      told = toldRanges();
      tellAfterJumps(steps.after);
      tellUnled(tree.module);
    },
  }),
});

function jumps({ statement }: Step): boolean {
  switch (statement?.kind) {
    case 'return':
    case 'raise':
    case 'break':
    case 'continue':
    case 'goto':
      return true;
    default:
      return false;
  }
}

/** The steps after a jump, up to the end of its list or of its branch of `#Если`. */
function deadAfter(
  tree: SyntaxTree,
  jump: Step,
  stretches: readonly Range[],
  told: ToldRanges,
): Span | undefined {
  const at = tree.lines.positionAt(tree.tokens.start(jump.statement?.first ?? 0));
  // The reference analyser counts lines from one here, but from zero in what it has told of.
  const shifted: Position = { line: at.line + 1, character: at.character };
  if (told.holds(shifted)) return undefined;
  const isCounted = (step: Step): boolean =>
    step.statement?.kind !== 'empty' && !holdsRegionOrEnd(tree, step);
  const counted = jump.list.steps.slice(indexOf(jump)).filter(isCounted);
  if (counted.length < 2) return undefined;
  let last = counted.at(-1);
  let around: Range | undefined;
  for (const stretch of stretches) if (contains(stretch, at)) around = stretch;
  if (around !== undefined)
    for (const step of counted) if (contains(around, tree.lines.positionAt(step.start))) last = step;
  const next = counted[1];
  return last === undefined || last === jump || next === undefined
    ? undefined
    : { start: next.start, end: last.end };
}

function indexOf(step: Step): number {
  const { steps } = step.list;
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.start ?? 0) < step.start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Blocks of the control flow that nothing leads to, by what they begin with. */
function unled(tree: SyntaxTree, root: Method | Module): readonly Span[] {
  const graph = flowOf(tree, root);
  if (graph.isPartial) return [];
  return graph.blocks
    .filter(
      (block) =>
        block !== graph.entry &&
        block !== graph.exit &&
        graph.incoming(block).every(({ kind }) => kind === 'again'),
    )
    .flatMap((block) => placeOf(tree, block) ?? [])
    .toSorted((left, right) => tree.lines.lineAt(left.start) - tree.lines.lineAt(right.start));
}

function placeOf(tree: SyntaxTree, block: FlowBlock): Span | undefined {
  const node = block.kind === 'block' ? block.statements[0] : block.node;
  if (node === undefined) return block.directive === undefined ? undefined : condition(block.directive);
  const end = tree.tokens.end(node.last);
  const inside = node.kind === 'ifBranch' ? (stepsIn(tree, node.body).at(-1)?.end ?? end) : end;
  return { start: tree.tokens.start(node.first), end: Math.max(end, inside) };
}

/** A preprocessor line without its `#`. */
function condition({ word, end }: Directive): Span {
  return { start: word.start, end };
}
