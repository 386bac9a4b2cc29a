import type { Rule } from '../../rule.ts';
import { readingOf } from './parse-faults.ts';

/** The rule without findings past the fault that ends the reading of a module: nothing there is known to be code. */
export function asRead(rule: Rule): Rule {
  return {
    ...rule,
    create(context) {
      const { tokens } = context.tree;
      const { end } = readingOf(context.tree);
      if (end === Number.POSITIVE_INFINITY) return rule.create(context);
      const limit = end >= tokens.count ? Number.POSITIVE_INFINITY : tokens.start(end);
      return rule.create({
        ...context,
        report(place, report) {
          if (place.end <= limit) context.report(place, report);
        },
        reportTokens(first, last, report) {
          if (last < end) context.reportTokens(first, last, report);
        },
      });
    },
  };
}
