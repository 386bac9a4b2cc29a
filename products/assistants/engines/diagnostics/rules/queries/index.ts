import type { Rule } from '../../rule.ts';
import { logicalOrInJoinQuerySection, logicalOrInWhere } from './conditions.ts';
import { fullOuterJoinQuery, joinWithSubQuery, joinWithVirtualTable } from './joins.ts';
import { incorrectUseLikeInQuery, usingLikeInQuery } from './likes.ts';
import { queryNestedFieldsByDot } from './nested-fields.ts';
import { fieldsFromJoinsWithoutIsNull } from './null-fields.ts';
import { ownRules } from './own-rules.ts';
import { queryParseError } from './parse-error.ts';
import { refOveruse } from './ref-overuse.ts';
import { assignAliasFieldsInQuery, selectTopWithoutOrderBy, unionAll } from './selection.ts';
import { multilineStringInQuery } from './strings.ts';
import { queryToMissingMetadata, virtualTableCallWithoutParameters } from './tables.ts';

/** Rules about queries in the strings of modules. */
export const queriesRules: readonly Rule[] = [
  assignAliasFieldsInQuery,
  fieldsFromJoinsWithoutIsNull,
  fullOuterJoinQuery,
  incorrectUseLikeInQuery,
  joinWithSubQuery,
  joinWithVirtualTable,
  logicalOrInJoinQuerySection,
  logicalOrInWhere,
  multilineStringInQuery,
  queryNestedFieldsByDot,
  queryParseError,
  queryToMissingMetadata,
  refOveruse,
  selectTopWithoutOrderBy,
  unionAll,
  usingLikeInQuery,
  virtualTableCallWithoutParameters,
  ...ownRules,
];
