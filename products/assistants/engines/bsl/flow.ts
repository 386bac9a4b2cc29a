import type { Directive } from './directives.ts';
import { createFlowBuilder } from './flow-builder.ts';
import type { FlowBlock, FlowGraph } from './flow-graph.ts';

import type { SyntaxTree } from './parse.ts';
import { type Step, type StepList, stepsOf } from './steps.ts';
import type { IfStatement, Method, Module, Statement, TryStatement } from './syntax.ts';

interface Jumps {
  readonly onBreak: FlowBlock | undefined;
  readonly onContinue: FlowBlock | undefined;
  readonly onRaise: FlowBlock;
}

/**
 * The control flow of a method, or of the module's body after its methods: which statements may follow which. Both
 * sides of `#Если` are possible ways; a `#Если` that does not end in the same block is left out. `Попытка` leads to its
 * body and to its handler; a raise leads to the handler around it, else to the exit. Time grows linearly with the code.
 */
export function flowOf(tree: SyntaxTree, root: Method | Module): FlowGraph {
  const steps = stepsOf(tree);
  const build = createFlowBuilder();
  let isPartial = false;
  const list = root.kind === 'method' ? steps.ofBlock.get(root.body) : steps.after;
  const opening = root.kind === 'module' ? steps.directiveBeforeBody : undefined;
  const jumps: Jumps = { onBreak: undefined, onContinue: undefined, onRaise: build.exit };
  if (list !== undefined) addList(list, jumps, opening);
  build.moveTo(build.exit);
  return build.graph(isPartial);

  function addList(from: StepList, jumps: Jumps, opening?: Directive): void {
    const { closed, isCrossed } = closedConditions(from.steps, opening);
    isPartial ||= isCrossed;
    const open: Condition[] = [];
    if (opening !== undefined && closed.has(opening)) open.push(beginCondition(opening));
    for (const step of from.steps) {
      const { directive, statement, label } = step;
      if (directive !== undefined && closed.has(directive)) turn(open, directive);
      if (label !== undefined) addLabel(label.name);
      if (statement !== undefined) addStatement(statement, jumps);
    }
  }

  function addLabel(name: number): void {
    const label = build.label(name < 0 ? '' : tree.tokens.text(name));
    build.moveTo(label);
    build.follow(label, 'next');
  }

  function addStatement(statement: Statement, jumps: Jumps): void {
    switch (statement.kind) {
      case 'if':
        addIf(statement, jumps);
        break;
      case 'while':
      case 'for':
      case 'forEach': {
        const head = build.node('loop', statement);
        build.moveTo(head);
        const after = build.block();
        build.follow(head, 'true');
        const body = steps.ofBlock.get(statement.body);
        if (body !== undefined) addList(body, { ...jumps, onBreak: after, onContinue: head });
        build.edge(build.current(), head, 'again');
        build.edge(head, after, 'false');
        build.resume(after);
        break;
      }
      case 'try':
        addTry(statement, jumps);
        break;
      case 'label':
        addLabel(statement.name);
        break;
      case 'goto':
        build.add(statement);
        build.jump(build.label(statement.label < 0 ? '' : tree.tokens.text(statement.label)));
        break;
      case 'return':
        build.add(statement);
        build.jump(build.exit);
        break;
      case 'raise':
        build.add(statement);
        build.jump(jumps.onRaise);
        break;
      case 'break':
      case 'continue': {
        build.add(statement);
        const target = statement.kind === 'break' ? jumps.onBreak : jumps.onContinue;
        if (target !== undefined) build.jump(target);
        break;
      }
      case 'empty':
      case 'error':
        break;
      default:
        build.add(statement);
    }
  }

  function addIf(statement: IfStatement, jumps: Jumps): void {
    const tails: FlowBlock[] = [];
    let condition: FlowBlock | undefined;
    for (const branch of statement.branches) {
      const next = build.node('if', branch);
      if (condition === undefined) build.moveTo(next);
      else build.edge(condition, next, 'false');
      condition = next;
      build.follow(next, 'true');
      const body = steps.ofBlock.get(branch.body);
      if (body !== undefined) addList(body, jumps);
      tails.push(build.current());
    }
    if (statement.otherwise !== undefined && condition !== undefined) {
      build.follow(condition, 'false');
      condition = undefined;
      const body = steps.ofBlock.get(statement.otherwise.body);
      if (body !== undefined) addList(body, jumps);
      tails.push(build.current());
    }
    build.join(tails, condition);
  }

  function addTry(statement: TryStatement, jumps: Jumps): void {
    const head = build.node('try', statement);
    build.moveTo(head);
    build.follow(head, 'false');
    const handler = steps.ofBlock.get(statement.handler);
    if (handler !== undefined) addList(handler, jumps);
    const handlerTail = build.current();
    const onRaise = build.target(head, 'false') ?? jumps.onRaise;
    build.follow(head, 'true');
    const body = steps.ofBlock.get(statement.body);
    if (body !== undefined) addList(body, { ...jumps, onRaise });
    const bodyTail = build.current();
    const after = build.block();
    build.edge(bodyTail, after, 'next');
    build.edge(handlerTail, after, 'next');
    build.resume(after);
  }

  function beginCondition(directive: Directive): Condition {
    const condition = build.node('directive', undefined, directive);
    build.moveTo(condition);
    build.follow(condition, 'true');
    return { condition, tails: [], hasAlternative: false };
  }

  function turn(open: Condition[], directive: Directive): void {
    if (directive.kind === 'if') {
      open.push(beginCondition(directive));
      return;
    }
    const here = open.at(-1);
    if (here === undefined) return;
    here.tails.push(build.current());
    if (directive.kind === 'endIf') {
      open.pop();
      build.join(here.tails, here.hasAlternative ? undefined : here.condition);
      return;
    }
    here.hasAlternative = true;
    if (directive.kind === 'else') build.follow(here.condition, 'false');
    else {
      const next = build.node('directive', undefined, directive);
      build.edge(here.condition, next, 'false');
      here.condition = next;
      build.follow(next, 'true');
    }
  }
}

/** A `#Если` whose end is not yet reached. */
interface Condition {
  condition: FlowBlock;
  readonly tails: FlowBlock[];
  hasAlternative: boolean;
}

/** Conditions that begin and end among these steps, with their other branches. */
function closedConditions(
  steps: readonly Step[],
  opening: Directive | undefined,
): { readonly closed: ReadonlySet<Directive>; readonly isCrossed: boolean } {
  const closed = new Set<Directive>();
  const open: Directive[][] = [];
  if (opening?.kind === 'if') open.push([opening]);
  for (const { directive } of steps) {
    if (directive?.kind === 'if') open.push([directive]);
    else if (directive?.kind === 'elsIf' || directive?.kind === 'else') open.at(-1)?.push(directive);
    else if (directive?.kind === 'endIf') {
      const chain = open.pop();
      if (chain !== undefined) for (const one of [...chain, directive]) closed.add(one);
    }
  }
  return { closed, isCrossed: open.length > 0 };
}

/** The blocks that some way from the entry leads to. */
export function reachable(graph: FlowGraph): ReadonlySet<FlowBlock> {
  const found = new Set<FlowBlock>([graph.entry]);
  for (const block of found) for (const { to } of graph.outgoing(block)) found.add(to);
  return found;
}
