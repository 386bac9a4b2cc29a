import type { Call, Expression, Node, Statement, SyntaxTree } from '#products/assistants/engines/bsl';
import { spanOf } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { firstName, globalName } from './expressions.ts';
import { seenText } from './lexemes.ts';

const placeholder = /(?<!%)%(?:(10|[1-9])(?!\d)|\((10|[1-9])\))/gu;
const wrongNumber = /(?<!%)%(?:(?:1[1-9]\d*|[2-9]\d+|0|10\d+)(?!\d)|\((?:1[1-9]\d*|[2-9]\d+|0|10\d+)\))/u;

function isMismatch(template: string, given: number): boolean {
  const used = new Set(
    [...template.matchAll(placeholder)].map(([, plain, wrapped]) => Number(plain ?? wrapped)),
  );
  if (used.size > 0 !== given > 0) return true;
  if (used.size > 0 && (used.size !== given || [...used].some((number) => number > given))) return true;
  return wrongNumber.test(template);
}

function literalText(tree: SyntaxTree, value: Expression | undefined): string | undefined {
  if (value?.kind !== 'string') return undefined;
  const text = seenText(tree, spanOf(tree, value));
  return text.length > 2 ? text.slice(1, -1) : undefined;
}

export const incorrectUseOfStrTemplate = defineRule({
  key: 'IncorrectUseOfStrTemplate',
  type: 'error',
  severity: 'blocker',
  minutes: 1,
  standards: [763],
  title: { ru: 'Параметры «СтрШаблон» не подходят к шаблону', en: 'Arguments of StrTemplate do not fit' },
  message: {
    ru: 'Приведите число параметров «СтрШаблон» в соответствие с шаблоном',
    en: 'Make the number of arguments of StrTemplate match the template',
  },
  create: ({ tree, report }) => ({
    enter: {
      call(node) {
        if (!['стршаблон', 'strtemplate'].includes(globalName(tree, node))) return;
        const [first] = node.args.values;
        if (first === undefined) return;
        const template = templateText(tree, first, node);
        if (template === undefined) return;
        const given = node.args.values.length - 1;
        if (isMismatch(template, given) && isMismatch(template.replaceAll('%%', ''), given))
          report(spanOf(tree, node));
      },
    },
  }),
});

/** The template as it stands: a literal, a literal in `НСтр`, a literal assigned to the variable above. */
function templateText(tree: SyntaxTree, value: Expression, call: Call): string | undefined {
  if (value.kind === 'unary') return templateText(tree, value.operand, call);
  if (value.kind === 'call' && globalName(tree, value) !== '') {
    if (!['нстр', 'nstr'].includes(globalName(tree, value))) return undefined;
    const [inner] = value.args.values;
    return inner === undefined ? undefined : (literalText(tree, inner) ?? assignedText(tree, inner, call));
  }
  return literalText(tree, value) ?? assignedText(tree, value, call);
}

function assignedText(tree: SyntaxTree, value: Expression, call: Call): string | undefined {
  const name = firstName(value);
  if (name === undefined) return undefined;
  const found = assignedBefore(tree, call, tree.tokens.key(name.first));
  return literalText(tree, found);
}

const made = new WeakMap<Node, ReadonlyMap<string, readonly Expression[]>>();

/** The constant that the statements above give the variable last. */
function assignedBefore(tree: SyntaxTree, node: Node, key: string): Expression | undefined {
  let statement = node;
  while (
    statement.parent !== undefined &&
    statement.parent.kind !== 'block' &&
    statement.parent.kind !== 'module'
  )
    statement = statement.parent;
  const block = statement.parent;
  if (block?.kind !== 'block' && block?.kind !== 'module') return undefined;
  const values = constantsOf(tree, block).get(key) ?? [];
  return values.findLast(({ first }) => first < statement.first);
}

function constantsOf(
  tree: SyntaxTree,
  block: Extract<Node, { kind: 'block' | 'module' }>,
): ReadonlyMap<string, readonly Expression[]> {
  const known = made.get(block);
  if (known !== undefined) return known;
  const values = new Map<string, Expression[]>();
  const statements: readonly (Statement | Node)[] = block.kind === 'block' ? block.statements : block.items;
  for (const statement of statements) {
    if (statement.kind !== 'assignment' || !isConstant(statement.value)) continue;
    const name = firstName(statement.target);
    if (name === undefined) continue;
    const key = tree.tokens.key(name.first);
    const list = values.get(key) ?? [];
    list.push(statement.value);
    values.set(key, list);
  }
  made.set(block, values);
  return values;
}

function isConstant(value: Expression): boolean {
  const { kind } = value.kind === 'unary' ? value.operand : value;
  return ['string', 'number', 'date', 'boolean', 'undefined', 'null'].includes(kind);
}
