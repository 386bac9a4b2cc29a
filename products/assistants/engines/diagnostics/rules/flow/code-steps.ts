import {
  type Block,
  type Node,
  type Statement,
  type Step,
  type StepList,
  type SyntaxTree,
  stepsOf,
} from '#products/assistants/engines/bsl';

const made = new WeakMap<SyntaxTree, ReadonlyMap<Node, Step>>();

function stepByNode(tree: SyntaxTree): ReadonlyMap<Node, Step> {
  const known = made.get(tree);
  if (known !== undefined) return known;
  const all = stepsOf(tree);
  const found = new Map<Node, Step>();
  for (const { steps } of [...all.ofBlock.values(), all.before, ...all.between, all.after])
    for (const step of steps) {
      if (step.statement !== undefined) found.set(step.statement, step);
      if (step.label !== undefined) found.set(step.label, step);
    }
  made.set(tree, found);
  return found;
}

/** The step a node lies in: its innermost statement with label and `;`. */
export function stepAround(tree: SyntaxTree, node: Node): Step | undefined {
  const steps = stepByNode(tree);
  for (let here: Node | undefined = node; here !== undefined; here = here.parent) {
    const step = steps.get(here);
    if (step !== undefined) return step;
  }
  return undefined;
}

/** The steps of a block, preprocessor lines included. */
export function stepsIn(tree: SyntaxTree, block: Block): readonly Step[] {
  return stepsOf(tree).ofBlock.get(block)?.steps ?? [];
}

/** The blocks of a statement, in the order of the source. */
export function blocksOf(statement: Statement): readonly Block[] {
  switch (statement.kind) {
    case 'if': {
      const bodies = statement.branches.map(({ body }) => body);
      return statement.otherwise === undefined ? bodies : [...bodies, statement.otherwise.body];
    }
    case 'while':
    case 'for':
    case 'forEach':
      return [statement.body];
    case 'try':
      return [statement.body, statement.handler];
    default:
      return [];
  }
}

/** Lists of steps that stand for themselves: of every method, and of the module's body. */
export function topLists(tree: SyntaxTree): readonly StepList[] {
  const all = stepsOf(tree);
  const lists: StepList[] = [all.before];
  for (const item of tree.module.items) {
    if (item.kind !== 'method') continue;
    const list = all.ofBlock.get(item.body);
    if (list !== undefined) lists.push(list);
  }
  return [...lists, all.after];
}

/** Visits the steps of a list and of the blocks below it, outer ones first. */
export function walkSteps(
  tree: SyntaxTree,
  list: StepList,
  visit: (step: Step) => void,
  enterHandler: () => void = () => undefined,
): void {
  const all = stepsOf(tree);
  for (const step of list.steps) {
    visit(step);
    if (step.statement === undefined) continue;
    for (const block of blocksOf(step.statement)) {
      if (step.statement.kind === 'try' && block === step.statement.handler) enterHandler();
      const below = all.ofBlock.get(block);
      if (below !== undefined) walkSteps(tree, below, visit, enterHandler);
    }
  }
}
