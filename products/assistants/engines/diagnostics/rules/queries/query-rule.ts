import type { TextRange } from '#products/assistants/engines/query';
import { defineRule, type ParameterValue, type Project, type Report, type Rule } from '../../rule.ts';
import { type ModuleQuery, queriesOf } from './module-queries.ts';
import { shownRange } from './quote-places.ts';

type Declared = Parameters<typeof defineRule>[0];

/** What a rule about queries is given for each query of the module. */
export interface QueryContext {
  readonly project: Project | undefined;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
  /** A finding at a range of the query's text. */
  report(range: TextRange, report?: Partial<Report>): void;
}

interface QueryRule extends Omit<Declared, 'create' | 'defaults'> {
  readonly defaults?: Readonly<Record<string, ParameterValue>>;
  /** Looks at queries with errors too, as far as they could be read. */
  readonly takesBroken?: boolean;
  check(query: ModuleQuery, context: QueryContext): void;
}

/** Declares a rule that looks at every query in the strings of a module; queries with errors are left out. */
export function defineQueryRule({ check, takesBroken = false, ...declared }: QueryRule): Rule {
  return defineRule<Readonly<Record<string, ParameterValue>>>({
    ...declared,
    create: ({ tree, project, parameters, report }) => ({
      finish() {
        for (const query of queriesOf(tree)) {
          if (query.outcome.isBroken && !takesBroken) continue;
          check(query, {
            project,
            parameters,
            report(range, given) {
              const { start, end } = shownRange(query, range);
              report({ start: query.offset + start, end: query.offset + end }, given);
            },
          });
        }
      },
    }),
  });
}
