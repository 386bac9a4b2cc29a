import type { Call, Expression, New, Node, Statement, SyntaxTree } from '#products/assistants/engines/bsl';
import { T, textOf } from '#products/assistants/engines/bsl';
import { calledKey } from '../../names.ts';
import { firstName, formulaOf } from './expressions.ts';

const structures: ReadonlySet<string> = new Set(['структура', 'structure']);
const fixedStructures: ReadonlySet<string> = new Set(['фиксированнаяструктура', 'fixedstructure']);
const maps: ReadonlySet<string> = new Set(['соответствие', 'map']);
const inserts: ReadonlySet<string> = new Set(['вставить', 'insert']);

/** A value put into a structure or a map by name is explained by the name. */
export function isNamedByKey(tree: SyntaxTree, formula: Node): boolean {
  return isInserted(tree, formula) || isGivenToStructure(tree, formula);
}

/** `Структура.Вставить("Ключ", Значение)`, where the same block shows what the variable is. */
function isInserted(tree: SyntaxTree, formula: Node): boolean {
  const args = formula.parent;
  const call = args?.parent;
  if (args?.kind !== 'arguments' || call?.kind !== 'call' || call.callee.kind !== 'member') return false;
  if (!inserts.has(calledKey(tree, call))) return false;
  const index = args.values.indexOf(formula as Expression);
  const type = typeOfReceiver(tree, call);
  return maps.has(type) ? index <= 1 : index === 1 && (structures.has(type) || fixedStructures.has(type));
}

/** Lower-case type that the variable before `.Вставить` gets first in the block; empty when unknown. */
function typeOfReceiver(tree: SyntaxTree, call: Call): string {
  const statement = statementOf(call);
  if (statement?.kind !== 'callStatement') return '';
  const variable = firstName(statement.expression);
  if (variable === undefined) return '';
  const found = firstAssignment(tree, statement, tree.tokens.key(variable.first));
  return found === undefined ? '' : createdType(tree, found);
}

function statementOf(node: Node): Statement | undefined {
  let here: Node | undefined = node;
  while (here !== undefined && here.parent?.kind !== 'block' && here.parent?.kind !== 'module')
    here = here.parent;
  return here as Statement | undefined;
}

const known = new WeakMap<Node, ReadonlyMap<string, Expression>>();

/** The value a variable is given first by the statements of the same block before this one. */
function firstAssignment(tree: SyntaxTree, before: Statement, key: string): Expression | undefined {
  const block = before.parent;
  if (block?.kind !== 'block' && block?.kind !== 'module') return undefined;
  let assigned = known.get(block);
  if (assigned === undefined) {
    const first = new Map<string, Expression>();
    for (const statement of block.kind === 'block' ? block.statements : block.items) {
      if (statement.kind !== 'assignment') continue;
      const name = firstName(statement.target);
      const own = name === undefined ? '' : tree.tokens.key(name.first);
      if (!first.has(own)) first.set(own, statement.value);
    }
    known.set(block, first);
    assigned = first;
  }
  const value = assigned.get(key);
  return value !== undefined && value.first < before.first ? value : undefined;
}

function createdType(tree: SyntaxTree, value: Expression): string {
  let here = value;
  while (here.kind === 'binary') here = here.left;
  while (
    here.kind === 'member' ||
    here.kind === 'index' ||
    (here.kind === 'call' && here.callee.kind === 'member')
  )
    here = here.kind === 'call' && here.callee.kind === 'member' ? here.callee.object : receiver(here);
  return here.kind === 'new' ? typeKey(tree, here) : '';
}

function receiver(node: Expression): Expression {
  return node.kind === 'member' || node.kind === 'index' ? node.object : node;
}

function typeKey(tree: SyntaxTree, node: New): string {
  if (node.typeName >= 0) return tree.tokens.key(node.typeName);
  const first = node.args?.values[0];
  return first?.kind === 'string' ? textOf(tree, first).slice(1, -1).toLowerCase() : '';
}

/** `Новый Структура("Ключ", Значение)`, also when the value stands in brackets. */
function isGivenToStructure(tree: SyntaxTree, formula: Node): boolean {
  let here = formula;
  if (here.parent?.kind === 'parenthesized') here = formulaOf(here.parent);
  else if (here.parent?.kind === 'ternary') here = formulaOf(here.parent);
  const args = here.parent;
  const created = args?.parent;
  if (args?.kind !== 'arguments' || created?.kind !== 'new' || created.typeName < 0) return false;
  const type = tree.tokens.key(created.typeName);
  const [first] = args.values;
  if (first === here) return false;
  if (fixedStructures.has(type)) return true;
  return structures.has(type) && first !== undefined && tree.tokens.kind(first.first) === T.String;
}
