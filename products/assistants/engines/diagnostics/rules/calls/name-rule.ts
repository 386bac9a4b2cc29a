import type { Call, SyntaxTree } from '#products/assistants/engines/bsl';
import { calledNameToken, isGlobalCall } from '../../names.ts';
import { defineRule, type Rule } from '../../rule.ts';

type Facts = Omit<Parameters<typeof defineRule<Record<never, never>>>[0], 'create'>;

export interface NamedCalls {
  /** Lower-case names. */
  readonly names: ReadonlySet<string>;
  /** Methods of objects with these names count as well. */
  readonly ofObjects?: boolean;
  /** Which calls by a bare name count; all where it is not given. */
  readonly counts?: (tree: SyntaxTree, call: Call) => boolean;
}

/** A rule about calls by names; it points at the name. */
export function ruleOfNames(facts: Facts, { names, ofObjects = false, counts }: NamedCalls): Rule {
  return defineRule({
    ...facts,
    create: ({ tree, reportTokens }) => ({
      enter: {
        call(call) {
          const name = calledNameToken(call);
          if (name < 0 || !names.has(tree.tokens.key(name))) return;
          const isCounted = isGlobalCall(call) ? (counts?.(tree, call) ?? true) : ofObjects;
          if (isCounted) reportTokens(name, name);
        },
      },
    }),
  });
}
