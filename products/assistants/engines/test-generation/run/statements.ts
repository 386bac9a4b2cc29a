import type { Assignment, Block, Expression, Node, Statement } from '#products/assistants/engines/bsl';
import { evaluate } from './expression.ts';
import { GaveUp, type Locals, Raised, type RunState, step, suppose } from './state.ts';
import { numberOf, undefinedValue, unknown, type Value } from './value.ts';

/** How a block was left. */
export type End =
  | { readonly kind: 'through' }
  | { readonly kind: 'break' }
  | { readonly kind: 'continue' }
  | { readonly kind: 'return'; readonly value: Value };

const through: End = { kind: 'through' };
/** Rounds of a loop over something unknown. */
const supposedRounds = 1;

function reach(state: RunState, node: Node): void {
  state.lines.add(state.tree.lines.lineAt(state.tree.tokens.start(node.first)) + 1);
}

export function runBlock(state: RunState, locals: Locals, block: Block): End {
  for (const statement of block.statements) {
    step(state);
    const end = runStatement(state, locals, statement);
    if (end.kind !== 'through') return end;
  }
  return through;
}

/** Whether a condition holds; one that cannot be told is supposed. */
function holds(state: RunState, locals: Locals, condition: Expression, at: Node): boolean {
  const value = evaluate(state, locals, condition);
  const known = value.kind === 'boolean' ? value.boolean : suppose(state);
  state.turns.push({ node: at, way: String(known) });
  return known;
}

function assign(state: RunState, locals: Locals, { target, value }: Assignment): void {
  const result = evaluate(state, locals, value);
  const { tokens } = state.tree;
  if (target.kind === 'name') locals.set(tokens.key(target.first), result);
  else if (target.kind === 'member' && target.name >= 0) {
    const object = evaluate(state, locals, target.object);
    if (object.kind === 'structure')
      object.fields.set(tokens.key(target.name), { name: tokens.text(target.name), value: result });
  } else if (target.kind === 'index') {
    const object = evaluate(state, locals, target.object);
    const index = evaluate(state, locals, target.index);
    if (object.kind === 'array' && index.kind === 'number' && index.number < object.items.length)
      object.items[index.number] = result;
  }
}

/** Runs rounds while `next` says so; tells how many there were. */
function rounds(state: RunState, locals: Locals, loop: Statement, body: Block, next: () => boolean): End {
  let count = 0;
  let end: End = through;
  while (next()) {
    count += 1;
    end = runBlock(state, locals, body);
    if (end.kind === 'break' || end.kind === 'return') break;
  }
  state.turns.push({ node: loop, way: count === 0 ? '0' : count === 1 ? '1' : 'many' });
  return end.kind === 'return' ? end : through;
}

function runLoop(state: RunState, locals: Locals, node: Statement): End {
  const { tokens } = state.tree;
  if (node.kind === 'while')
    return rounds(state, locals, node, node.body, () => holds(state, locals, node.condition, node));
  if (node.kind === 'for') {
    const [from, to] = [evaluate(state, locals, node.from), evaluate(state, locals, node.to)];
    const known = from.kind === 'number' && to.kind === 'number';
    let at = known ? from.number : 1;
    const last = known ? to.number : supposedRounds;
    return rounds(state, locals, node, node.body, () => {
      if (at > last) return false;
      locals.set(tokens.key(node.variable), known ? numberOf(at) : unknown);
      at += 1;
      return true;
    });
  }
  if (node.kind !== 'forEach') return through;
  const collection = evaluate(state, locals, node.collection);
  const items = collection.kind === 'array' ? [...collection.items] : [unknown];
  return rounds(state, locals, node, node.body, () => {
    const item = items.shift();
    if (item === undefined) return false;
    locals.set(tokens.key(node.variable), item);
    return true;
  });
}

function runTry(state: RunState, locals: Locals, node: Statement & { kind: 'try' }): End {
  const { depth } = state;
  try {
    return runBlock(state, locals, node.body);
  } catch (error) {
    if (!(error instanceof Raised)) throw error;
    state.depth = depth;
    return runBlock(state, locals, node.handler);
  }
}

function runStatement(state: RunState, locals: Locals, node: Statement): End {
  if (node.kind !== 'try' && node.kind !== 'label' && node.kind !== 'empty') reach(state, node);
  switch (node.kind) {
    case 'assignment':
      assign(state, locals, node);
      return through;
    case 'callStatement':
    case 'expressionStatement':
      evaluate(state, locals, node.expression);
      return through;
    case 'if': {
      for (const branch of node.branches) {
        reach(state, branch);
        if (holds(state, locals, branch.condition, branch)) return runBlock(state, locals, branch.body);
      }
      return node.otherwise === undefined ? through : runBlock(state, locals, node.otherwise.body);
    }
    case 'while':
    case 'for':
    case 'forEach':
      return runLoop(state, locals, node);
    case 'try':
      return runTry(state, locals, node);
    case 'return':
      return {
        kind: 'return',
        value: node.value === undefined ? undefinedValue : evaluate(state, locals, node.value),
      };
    case 'raise':
      state.turns.push({ node, way: 'raised' });
      throw new Raised(raisedValue(state, locals, node));
    case 'break':
      return { kind: 'break' };
    case 'continue':
      return { kind: 'continue' };
    case 'goto':
    case 'execute':
    case 'error':
      throw new GaveUp('The code cannot be followed.');
    case 'addHandler':
    case 'removeHandler':
    case 'label':
    case 'empty':
      return through;
    default: {
      const never: never = node;
      return never;
    }
  }
}

function raisedValue(state: RunState, locals: Locals, node: Statement & { kind: 'raise' }): Value {
  const given = node.value ?? node.args?.values[0];
  return given === undefined ? unknown : evaluate(state, locals, given);
}
