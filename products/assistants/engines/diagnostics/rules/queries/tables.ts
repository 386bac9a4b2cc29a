import { type Identifier, isMetadataKind, keywordOf } from '#products/assistants/engines/query';
import type { ModuleQuery } from './module-queries.ts';
import { defineQueryRule } from './query-rule.ts';

export const virtualTableCallWithoutParameters = defineQueryRule({
  key: 'VirtualTableCallWithoutParameters',
  type: 'error',
  severity: 'major',
  minutes: 5,
  dialect: 'bsl',
  standards: [657, 733],
  title: {
    ru: 'Виртуальная таблица вызвана без параметров и посчитается целиком: передайте отбор параметром',
    en: 'A virtual table is called without parameters and is computed whole: give it a filter',
  },
  check(query, { report }) {
    for (const table of query.nodes('virtual-table')) {
      const { name, parameters } = table;
      // A filter criterion has a value, no parameters of a table.
      if (name === null) continue;
      // The first of several is a period.
      const telling = parameters.length > 1 ? parameters.slice(1) : parameters;
      if (telling.every((parameter) => parameter === null)) report(table);
    }
  },
});

/** Names of configuration objects in a query: of tables, of types and of references. */
function objectNames(query: ModuleQuery): readonly (readonly Identifier[])[] {
  const paths = [
    ...query.nodes('table').map(({ path }) => path),
    ...query.nodes('virtual-table').flatMap(({ name, path }) => (name === null ? [] : [path])),
    ...query.nodes('type-reference').map(({ path }) => path),
    ...query.nodes('value').flatMap(({ path, trailingDot }) => (trailingDot ? [path] : [])),
  ];
  return paths.filter(([type, name]) => name !== undefined && isMetadataKind(keywordOf(type?.name ?? '')));
}

export const queryToMissingMetadata = defineQueryRule({
  key: 'QueryToMissingMetadata',
  type: 'error',
  severity: 'blocker',
  minutes: 5,
  dialect: 'bsl',
  title: {
    ru: 'Запрос обращается к объекту, которого нет в конфигурации',
    en: 'A query names an object that the configuration does not have',
  },
  check(query, { report, project }) {
    if (project === undefined) return;
    for (const [type, name] of objectNames(query)) {
      if (type === undefined || name === undefined) continue;
      const full = `${type.name}.${name.name}`;
      if (project.hasObject(full)) continue;
      const message = {
        ru: `В конфигурации нет объекта «${full}»: исправьте имя в запросе`,
        en: `The configuration has no object "${full}": correct the name in the query`,
      };
      report({ start: type.start, end: name.end }, { message });
    }
  },
});
