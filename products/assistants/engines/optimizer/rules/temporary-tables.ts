import type { Identifier, QueryPackage, Select } from '#products/assistants/engines/query';
import { finding, type Rule, type RuleContext } from '../context.ts';
import { type Finding, standards } from '../finding.ts';
import { remember } from '../remember.ts';
import { type Placed, selectsOf, tablesOf } from '../scope.ts';
import { joinKeys, mostTables } from './extraction.ts';

interface Made {
  readonly name: Identifier;
  readonly first: Select;
  readonly last: Select;
}

const madeTables = (ast: QueryPackage): readonly Made[] =>
  ast.statements.flatMap((statement) => {
    if (statement.kind !== 'select-statement' || statement.body.first.into === null) return [];
    const { first, unions } = statement.body;
    const { into } = first;
    return into === null || into.add
      ? []
      : [{ name: into.table, first, last: unions.at(-1)?.select ?? first }];
  });

interface Use {
  readonly select: Select;
  readonly placed: Placed;
}

/** Where each temporary table is read, by its name in lower case. */
const readings = remember((ast: QueryPackage): ReadonlyMap<string, readonly Use[]> => {
  const found = new Map<string, Use[]>();
  for (const select of selectsOf(ast))
    for (const placed of tablesOf(select)) {
      const { table } = placed.source;
      if (table.kind !== 'table' || table.path.length !== 1) continue;
      const name = table.path[0]?.name.toLowerCase() ?? '';
      const uses = found.get(name);
      if (uses === undefined) found.set(name, [{ select, placed }]);
      else uses.push({ select, placed });
    }
  return found;
});

/** Fields a table is joined by anywhere in the text, and whether it is read at all. */
const uses = (ast: QueryPackage, name: string) => {
  const found = readings(ast).get(name.toLowerCase()) ?? [];
  const inJoins = found.filter(({ select }) => tablesOf(select).length <= mostTables);
  const keys = new Set(inJoins.flatMap(({ select, placed }) => joinKeys(select, placed)));
  return { keys: [...keys], read: found.length > 0 };
};

const isTiny = ({ first, last }: Made): boolean =>
  first === last && first.top !== null && first.top.count < 1000;

const indexAdvice = (context: RuleContext, made: Made): Finding | null => {
  const { keys } = uses(context.ast, made.name.name);
  const { indexBy } = made.last;
  if (indexBy === null && keys.length > 0 && !isTiny(made))
    return finding(context, {
      rule: 15,
      code: 'temporary-table-without-index',
      at: made.name,
      standard: standards.indexes,
      reason: {
        ru: `Временная таблица участвует в соединении без индекса: если в ней больше тысячи строк, добавьте индекс по полям ${keys.join(', ')}`,
        en: `The temporary table is joined without an index: for more than a thousand rows add an index on ${keys.join(', ')}`,
      },
      after: `ИНДЕКСИРОВАТЬ ПО ${keys.join(', ')}`,
    });
  if (indexBy === null || !isTiny(made)) return null;
  return finding(context, {
    rule: 15,
    code: 'needless-index',
    at: indexBy,
    standard: standards.indexes,
    reason: {
      ru: 'Индекс маленькой временной таблицы стоит дороже, чем даёт',
      en: 'An index of a small temporary table costs more than it gives',
    },
  });
};

/** Rule 15: indexes of temporary tables. */
export const temporaryTableIndexes: Rule = (context) =>
  madeTables(context.ast).flatMap((made) => indexAdvice(context, made) ?? []);

/** Rule 19, in part: temporary tables that the text makes and does not read. */
export const unusedTables: Rule = (context) =>
  madeTables(context.ast)
    .filter(({ name }) => !uses(context.ast, name.name).read)
    .map(({ name }) =>
      finding(context, {
        rule: 19,
        code: 'unused-temporary-table',
        at: name,
        standard: standards.layout,
        reason: {
          ru: 'Временная таблица в этом тексте не используется: если её не ждут другие запросы через менеджер, удалите',
          en: 'The temporary table is not used in this text: unless other queries wait for it in the manager, remove it',
        },
      }),
    );
