import { type Binary, type Call, type Expression, T, textOf } from '#products/assistants/engines/bsl';
import { builtins } from './builtins.ts';
import { type Locals, type RunState, step } from './state.ts';
import {
  booleanOf,
  compareValues,
  equalValues,
  numberOf,
  readDate,
  stringOf,
  undefinedValue,
  unknown,
  type Value,
} from './value.ts';

/** The text of a string literal: quotes, bars and doubled quotes undone. */
function unquote(literal: string): string {
  return literal
    .replaceAll(/(?:\r\n|\r|\n)[ \t]*(?:\/\/[^\r\n]*[\r\n]+[ \t]*)*\|/g, '\n')
    .slice(1, -1)
    .replaceAll('""', '"');
}

function add(left: Value, right: Value): Value {
  if (left.kind === 'number' && right.kind === 'number') return numberOf(left.number + right.number);
  if (left.kind === 'date' && right.kind === 'number')
    return { kind: 'date', time: left.time + right.number * 1_000 };
  if (left.kind !== 'string') return unknown;
  if (right.kind === 'string') return stringOf(left.string + right.string);
  const shown = builtins.get('строка')?.([right]);
  return shown?.kind === 'string' ? stringOf(left.string + shown.string) : unknown;
}

function calculate(operator: number, left: Value, right: Value): Value {
  if (operator === T.Plus) return add(left, right);
  if (operator === T.Minus && left.kind === 'date' && right.kind === 'number')
    return { kind: 'date', time: left.time - right.number * 1_000 };
  if (operator === T.Minus && left.kind === 'date' && right.kind === 'date')
    return numberOf((left.time - right.time) / 1_000);
  if (left.kind !== 'number' || right.kind !== 'number') return unknown;
  switch (operator) {
    case T.Minus:
      return numberOf(left.number - right.number);
    case T.Star:
      return numberOf(left.number * right.number);
    case T.Slash:
      return right.number === 0 ? unknown : numberOf(left.number / right.number);
    case T.Percent:
      return right.number === 0 ? unknown : numberOf(left.number % right.number);
    default:
      return unknown;
  }
}

function compare(operator: number, left: Value, right: Value): Value {
  if (operator === T.Equal || operator === T.NotEqual) {
    const same = equalValues(left, right);
    return same === undefined ? unknown : booleanOf(same === (operator === T.Equal));
  }
  const order = compareValues(left, right);
  if (order === undefined) return unknown;
  switch (operator) {
    case T.Less:
      return booleanOf(order < 0);
    case T.LessOrEqual:
      return booleanOf(order <= 0);
    case T.Greater:
      return booleanOf(order > 0);
    default:
      return booleanOf(order >= 0);
  }
}

function binary(state: RunState, locals: Locals, node: Binary): Value {
  const left = evaluate(state, locals, node.left);
  if (node.operator === T.And && left.kind === 'boolean' && !left.boolean) return left;
  if (node.operator === T.Or && left.kind === 'boolean' && left.boolean) return left;
  const right = evaluate(state, locals, node.right);
  if (node.operator === T.And || node.operator === T.Or) {
    const isOr = node.operator === T.Or;
    if (right.kind === 'boolean' && right.boolean === isOr) return right;
    return left.kind === 'boolean' && right.kind === 'boolean' ? right : unknown;
  }
  if (node.operator < T.Equal) return calculate(node.operator, left, right);
  const order = compareValues(left, right);
  if (order !== undefined && left.kind !== 'string')
    state.turns.push({ node, way: order < 0 ? '<' : order > 0 ? '>' : '=' });
  return compare(node.operator, left, right);
}

function structure([names, ...values]: readonly Value[]): Value {
  if (names === undefined) return { kind: 'structure', fields: new Map() };
  if (names.kind !== 'string') return unknown;
  const keys = names.string.split(',').map((name) => name.trim());
  if (!keys.every((name) => /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name))) return unknown;
  const fields = keys.map(
    (name, index) => [name.toLowerCase(), { name, value: values[index] ?? undefinedValue }] as const,
  );
  return { kind: 'structure', fields: new Map(fields) };
}

function create(state: RunState, locals: Locals, node: Expression & { kind: 'new' }): Value {
  const args = (node.args?.values ?? []).map((value) =>
    value === undefined ? undefinedValue : evaluate(state, locals, value),
  );
  const type = node.typeName < 0 ? '' : state.tree.tokens.key(node.typeName);
  if ((type === 'массив' || type === 'array') && args.length === 0) return { kind: 'array', items: [] };
  if (type === 'структура' || type === 'structure') return structure(args);
  return unknown;
}

/** A method of a value that is known: arrays and structures. */
function callOf(target: Value, name: string, args: readonly Value[]): Value {
  if (target.kind === 'array') {
    if (name === 'количество' || name === 'count') return numberOf(target.items.length);
    if (name === 'добавить' || name === 'add') target.items.push(args[0] ?? undefinedValue);
    else if (name === 'очистить' || name === 'clear') target.items.length = 0;
    else if (name === 'найти' || name === 'find') return findIn(target.items, args[0]);
    else return unknown;
    return undefinedValue;
  }
  const [first] = args;
  if (target.kind === 'structure' && first?.kind === 'string') {
    const key = first.string.toLowerCase();
    if (name === 'вставить' || name === 'insert')
      target.fields.set(key, { name: first.string, value: args[1] ?? undefinedValue });
    else if ((name === 'свойство' || name === 'property') && args.length === 1)
      return booleanOf(target.fields.has(key));
    else return unknown;
    return undefinedValue;
  }
  if (target.kind === 'structure' && (name === 'количество' || name === 'count'))
    return numberOf(target.fields.size);
  return unknown;
}

function findIn(items: readonly Value[], wanted: Value | undefined): Value {
  for (const [index, item] of items.entries()) {
    const same = wanted === undefined ? undefined : equalValues(item, wanted);
    if (same === undefined) return unknown;
    if (same) return numberOf(index);
  }
  return undefinedValue;
}

function call(state: RunState, locals: Locals, node: Call): Value {
  const { callee } = node;
  const args = (): readonly Value[] =>
    node.args.values.map((value) => (value === undefined ? undefinedValue : evaluate(state, locals, value)));
  if (callee.kind === 'name') {
    const key = state.tree.tokens.key(callee.first);
    const method = state.methods.get(key);
    if (method !== undefined)
      return state.call(
        method,
        node.args.values.map((value) => (value === undefined ? undefined : evaluate(state, locals, value))),
      );
    const builtin = builtins.get(key);
    const given = args();
    return builtin === undefined ? unknown : builtin(given);
  }
  if (callee.kind !== 'member') return unknown;
  const target = evaluate(state, locals, callee.object);
  const given = args();
  return callee.name < 0 ? unknown : callOf(target, state.tree.tokens.key(callee.name), given);
}

/** The value of an expression as far as it can be told. */
export function evaluate(state: RunState, locals: Locals, node: Expression): Value {
  step(state);
  const { tree } = state;
  switch (node.kind) {
    case 'number':
      return numberOf(Number(textOf(tree, node)));
    case 'string':
      return node.first === node.last ||
        !tree.source.slice(tree.tokens.start(node.first), tree.tokens.end(node.last)).includes('" "')
        ? stringOf(unquote(textOf(tree, node)))
        : unknown;
    case 'date': {
      const time = readDate(textOf(tree, node));
      return time === undefined ? unknown : { kind: 'date', time };
    }
    case 'boolean':
      return booleanOf(tree.tokens.kind(node.first) === T.True);
    case 'undefined':
      return undefinedValue;
    case 'null':
      return { kind: 'null' };
    case 'name':
      return locals.get(tree.tokens.key(node.first)) ?? unknown;
    case 'parenthesized':
      return evaluate(state, locals, node.expression);
    case 'await':
      evaluate(state, locals, node.operand);
      return unknown;
    case 'unary': {
      const operand = evaluate(state, locals, node.operand);
      if (node.operator === T.Not) return operand.kind === 'boolean' ? booleanOf(!operand.boolean) : unknown;
      if (operand.kind !== 'number') return unknown;
      return numberOf(node.operator === T.Minus ? -operand.number : operand.number);
    }
    case 'binary':
      return binary(state, locals, node);
    case 'ternary': {
      const condition = evaluate(state, locals, node.condition);
      if (condition.kind !== 'boolean') return unknown;
      state.turns.push({ node, way: String(condition.boolean) });
      return evaluate(state, locals, condition.boolean ? node.whenTrue : node.whenFalse);
    }
    case 'new':
      return create(state, locals, node);
    case 'call':
      return call(state, locals, node);
    case 'member': {
      const object = evaluate(state, locals, node.object);
      if (object.kind !== 'structure' || node.name < 0) return unknown;
      return object.fields.get(tree.tokens.key(node.name))?.value ?? unknown;
    }
    case 'index': {
      const object = evaluate(state, locals, node.object);
      const index = evaluate(state, locals, node.index);
      if (object.kind === 'array' && index.kind === 'number') return object.items[index.number] ?? unknown;
      return unknown;
    }
    case 'missing':
      return unknown;
    default: {
      const never: never = node;
      return never;
    }
  }
}
