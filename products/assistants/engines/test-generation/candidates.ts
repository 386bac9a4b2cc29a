import { type Expression, type MethodSymbol, type Node, T, walk } from '#products/assistants/engines/bsl';
import { builtins } from './run/builtins.ts';
import { evaluate } from './run/expression.ts';
import type { RunState } from './run/state.ts';
import { booleanOf, emptyDate, numberOf, stringOf, undefinedValue, type Value } from './run/value.ts';

const dayMs = 86_400_000;
const mostCandidates = 9;

/** What a method does with a parameter, as far as its values are concerned. */
interface Use {
  readonly constants: Value[];
  isNumber: boolean;
  isText: boolean;
  isFlag: boolean;
  isCollection: boolean;
  mayBeEmpty: boolean;
  readonly fields: Set<string>;
}

const textFunctions = new Set(
  `стрдлина strlen врег upper нрег lower сокрлп trimall лев left прав right сред mid стрнайти strfind стрзаменить strreplace
   пустаястрока isblankstring`.split(/\s+/),
);
const filled = new Set(['значениезаполнено', 'valueisfilled']);
const numberFunctions = new Set(['окр', 'round', 'цел', 'int', 'мин', 'min', 'макс', 'max']);

/** A value of each type that can be written down. */
const samples: Readonly<Record<string, Value>> = {
  число: numberOf(1),
  строка: stringOf('Текст'),
  булево: booleanOf(true),
  дата: { kind: 'date', time: Date.parse('2024-01-15T00:00:00Z') },
  массив: { kind: 'array', items: [numberOf(1)] },
  структура: { kind: 'structure', fields: new Map() },
};

/** A constant on the other side of a comparison. */
function constantOf(state: RunState, node: Expression): Value | undefined {
  const isConstant =
    node.kind === 'number' ||
    node.kind === 'string' ||
    node.kind === 'date' ||
    node.kind === 'boolean' ||
    node.kind === 'undefined' ||
    (node.kind === 'unary' && node.operand.kind === 'number');
  if (!isConstant) return undefined;
  // Constants are no steps of a run.
  state.steps = 0;
  return evaluate(state, new Map(), node);
}

function usesOf(state: RunState, method: MethodSymbol): ReadonlyMap<string, Use> {
  const { tokens } = state.tree;
  const uses = new Map<string, Use>(
    method.parameters.map(({ key }) => [
      key,
      {
        constants: [],
        isNumber: false,
        isText: false,
        isFlag: false,
        isCollection: false,
        mayBeEmpty: false,
        fields: new Set(),
      },
    ]),
  );
  const noted = (node: Node | undefined): Use | undefined =>
    node?.kind === 'name' ? uses.get(tokens.key(node.first)) : undefined;
  const noteFlag = (condition: Expression): void => {
    const use = noted(condition);
    if (use !== undefined) use.isFlag = true;
  };
  /** `ТипЗнч(Параметр) = Тип("Строка")`: a value of the type, and one of none. */
  const noteType = (asked: Expression, answer: Expression): void => {
    if (asked.kind !== 'call' || answer.kind !== 'call') return;
    if (asked.callee.kind !== 'name' || answer.callee.kind !== 'name') return;
    const [typeOf, type] = [
      builtins.get(tokens.key(asked.callee.first)),
      builtins.get(tokens.key(answer.callee.first)),
    ];
    const [name] = answer.args.values;
    const named = name?.kind === 'string' ? constantOf(state, name) : undefined;
    if (typeOf !== builtins.get('типзнч') || type !== builtins.get('тип') || named === undefined) return;
    const known = builtins.get('тип')?.([named]);
    const value = known?.kind === 'type' ? samples[known.name] : undefined;
    if (value !== undefined) noted(asked.args.values[0])?.constants.push(value, undefinedValue);
  };
  walk(method.node.body, (node) => {
    switch (node.kind) {
      case 'ifBranch':
      case 'while':
      case 'ternary':
        noteFlag(node.condition);
        break;
      case 'unary':
        if (node.operator === T.Not) noteFlag(node.operand);
        else {
          const use = noted(node.operand);
          if (use !== undefined) use.isNumber = true;
        }
        break;
      case 'binary': {
        const [left, right] = [noted(node.left), noted(node.right)];
        if (node.operator === T.And || node.operator === T.Or) {
          noteFlag(node.left);
          noteFlag(node.right);
          break;
        }
        if (node.operator === T.Plus) {
          if (node.right.kind === 'string' && left !== undefined) left.isText = true;
          if (node.left.kind === 'string' && right !== undefined) right.isText = true;
          break;
        }
        if (node.operator >= T.Equal) {
          noteType(node.left, node.right);
          noteType(node.right, node.left);
          const constant = constantOf(state, left === undefined ? node.left : node.right);
          if (constant !== undefined) (left ?? right)?.constants.push(constant);
          break;
        }
        for (const use of [left, right]) if (use !== undefined) use.isNumber = true;
        break;
      }
      case 'forEach': {
        const use = noted(node.collection);
        if (use !== undefined) use.isCollection = true;
        break;
      }
      case 'for': {
        const use = noted(node.to);
        if (use !== undefined) use.isNumber = true;
        break;
      }
      case 'member': {
        const use = noted(node.object);
        if (use !== undefined && node.name >= 0 && node.parent?.kind !== 'call')
          use.fields.add(tokens.text(node.name));
        break;
      }
      case 'call': {
        if (node.callee.kind === 'member') {
          const use = noted(node.callee.object);
          const name = node.callee.name < 0 ? '' : tokens.key(node.callee.name);
          if (use !== undefined && (name === 'количество' || name === 'count')) use.isCollection = true;
          break;
        }
        const key = node.callee.kind === 'name' ? tokens.key(node.callee.first) : '';
        const use = noted(node.args.values[0]);
        if (use === undefined) break;
        if (textFunctions.has(key)) use.isText = true;
        if (numberFunctions.has(key)) use.isNumber = true;
        if (filled.has(key)) use.mayBeEmpty = true;
        break;
      }
      default:
    }
  });
  return uses;
}

/** The constant and its neighbours on both sides. */
function around(constant: Value): readonly Value[] {
  switch (constant.kind) {
    case 'number': {
      const gap = Number.isInteger(constant.number) ? 1 : 0.01;
      return [numberOf(constant.number - gap), constant, numberOf(constant.number + gap)];
    }
    case 'string':
      return [constant, stringOf(constant.string === '' ? 'Текст' : `${constant.string} 2`)];
    case 'date':
      return [
        { kind: 'date', time: constant.time - dayMs },
        constant,
        { kind: 'date', time: constant.time + dayMs },
      ];
    case 'boolean':
      return [booleanOf(true), booleanOf(false)];
    default:
      return [constant];
  }
}

function emptyOf(values: readonly Value[]): Value {
  const [first] = values;
  if (first?.kind === 'number') return numberOf(0);
  if (first?.kind === 'date') return { kind: 'date', time: emptyDate };
  if (first?.kind === 'undefined' || first === undefined) return undefinedValue;
  return stringOf('');
}

const arrayOf = (...items: Value[]): Value => ({ kind: 'array', items });

function structureOf(fields: ReadonlySet<string>, value: Value): Value {
  return {
    kind: 'structure',
    fields: new Map([...fields].map((name) => [name.toLowerCase(), { name, value }])),
  };
}

function guess(use: Use): readonly Value[] {
  if (use.isFlag) return [booleanOf(true), booleanOf(false)];
  if (use.isNumber) return [numberOf(1), numberOf(0), numberOf(-1)];
  if (use.isCollection) return [arrayOf(numberOf(1), numberOf(2)), arrayOf(numberOf(1)), arrayOf()];
  if (use.isText) return [stringOf('Текст'), stringOf('')];
  if (use.fields.size > 0)
    return [structureOf(use.fields, numberOf(1)), structureOf(use.fields, undefinedValue)];
  return use.mayBeEmpty ? [stringOf('Текст')] : [];
}

function identity(value: Value): string {
  if (value.kind === 'array') return `array ${value.items.map(identity).join()}`;
  if (value.kind === 'structure')
    return `structure ${[...value.fields].map(([key, field]) => key + identity(field.value)).join()}`;
  return JSON.stringify(value);
}

/** Values worth trying for a parameter; undefined among them: left out, so that its default is taken. */
export type Candidates = readonly (Value | undefined)[];

/**
 * Values for each parameter that reach the branches and boundaries of a method: constants it is compared with and their
 * neighbours, empty values where emptiness is asked for, typical ones by what is done with it. An empty list: nothing
 * tells what the parameter is.
 */
export function candidatesOf(method: MethodSymbol, state: RunState): readonly Candidates[] {
  const uses = usesOf(state, method);
  return method.parameters.map(({ key, defaultValue }) => {
    const use = uses.get(key);
    if (use === undefined) return [];
    const known = [...use.constants.flatMap(around), ...guess(use)];
    if (use.mayBeEmpty) known.push(emptyOf(known));
    const distinct = new Map<string, Value | undefined>(known.map((value) => [identity(value), value]));
    if (defaultValue !== undefined) distinct.set('default', undefined);
    return [...distinct.values()].slice(0, mostCandidates);
  });
}
