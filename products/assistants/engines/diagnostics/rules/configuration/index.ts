import { defineRule, type Rule } from '../../rule.ts';
import { configurationDefaults, configurationRows } from './tables.ts';

/** Off unless the configuration file asks for it. */
const dormant = new Set(['DenyIncompleteValues']);

/**
 * Rules about the objects around a module. The metadata engine finds; here its findings are told at the first token of the
 * module they belong to. Silent for a module without a configuration.
 */
export const configurationRules: readonly Rule[] = configurationRows.map(
  ([key, type, severity, minutes, standards, title]) =>
    defineRule({
      key,
      type,
      severity,
      minutes,
      standards,
      title,
      dialect: 'bsl',
      defaults: configurationDefaults[key] ?? {},
      isActive: !dormant.has(key),
      create: ({ project, path, reportTokens }) => ({
        finish() {
          for (const finding of project?.findingsAt(path) ?? [])
            if (finding.key === key) reportTokens(0, 0, { message: finding.message });
        },
      }),
    }),
);
