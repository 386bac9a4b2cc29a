import { type Expression, type Like, type QueryNode, walk } from '#products/assistants/engines/query';
import { defineQueryRule } from './query-rule.ts';

const constants: ReadonlySet<QueryNode['kind']> = new Set([
  'null',
  'undefined',
  'string',
  'number',
  'boolean',
  'datetime',
  'parameter',
  'type',
]);

/** The first constant or parameter in a value; NULL as a whole field and a parameter as a table are neither. */
function firstConstant(root: Expression): QueryNode | undefined {
  let found: QueryNode | undefined;
  walk(root, (node) => {
    if (!constants.has(node.kind)) return 'go on';
    if (node.kind === 'null' && node.parent?.kind === 'select-field') return 'go on';
    if (node.kind === 'parameter' && node.parent?.kind === 'source') return 'go on';
    found = node;
    return 'stop';
  });
  return found;
}

/** The pattern begins with nothing that is known before the query runs. */
export function hasUnknownPattern({ pattern }: Like): boolean {
  const first = firstConstant(pattern);
  return first?.kind !== 'string' && first?.kind !== 'parameter';
}

export const incorrectUseLikeInQuery = defineQueryRule({
  key: 'IncorrectUseLikeInQuery',
  type: 'error',
  severity: 'major',
  minutes: 10,
  dialect: 'bsl',
  standards: [726],
  title: {
    ru: 'Справа от ПОДОБНО допустимы только строка или параметр: соберите шаблон в коде',
    en: 'Only a string or a parameter may stand after LIKE: build the pattern in code',
  },
  check(query, { report }) {
    for (const like of query.nodes('like')) if (hasUnknownPattern(like)) report(like);
  },
});

export const usingLikeInQuery = defineQueryRule({
  key: 'UsingLikeInQuery',
  type: 'error',
  severity: 'major',
  minutes: 10,
  isActive: false,
  dialect: 'bsl',
  standards: [726],
  title: {
    ru: 'Результат ПОДОБНО зависит от СУБД: замените другим условием',
    en: 'What LIKE answers depends on the database: use another condition',
  },
  takesBroken: true,
  check(query, { report }) {
    for (const like of query.nodes('like')) report(like);
  },
});
