import type { Static, TObject } from 'typebox';
import { Value } from 'typebox/value';

export type Environment = Readonly<Record<string, string | undefined>>;

/** One thing wrong with the environment. */
export interface ConfigProblem {
  readonly variable: string;
  readonly message: string;
}

/** All that is wrong with the environment, at once. The command line prints it and exits with 78 (EX_CONFIG). */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  readonly problems: readonly ConfigProblem[];

  constructor(problems: readonly ConfigProblem[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((problem) => `  ${problem.variable}: ${problem.message}`).join('\n')}`,
    );
    this.problems = problems;
  }
}

/** The process environment. The only place that reads it. */
export function processEnvironment(): Environment {
  return process.env;
}

/**
 * Reads the variables a schema names: empty strings count as unset, numbers and booleans are converted,
 * defaults applied. Problems are collected, never thrown; values never appear in them.
 */
export function readVariables<Schema extends TObject>(
  schema: Schema,
  environment: Environment,
  problems: ConfigProblem[],
): Static<Schema> {
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(schema.properties)) {
    const value = environment[name]?.trim();
    if (value !== undefined && value !== '') given[name] = value;
  }
  const value = Value.Default(schema, Value.Convert(schema, given));
  if (!Value.Check(schema, value)) {
    for (const error of Value.Errors(schema, value)) problems.push(problemOf(error));
  }
  return value as Static<Schema>;
}

function problemOf(error: { instancePath: string; message: string; params: object }): ConfigProblem {
  const missing = 'requiredProperties' in error.params ? error.params.requiredProperties : undefined;
  if (Array.isArray(missing)) return { variable: missing.join(', '), message: 'is required' };
  const allowed = 'allowedValues' in error.params ? error.params.allowedValues : undefined;
  const list = Array.isArray(allowed) ? ` (${allowed.join(', ')})` : '';
  return { variable: error.instancePath.slice(1), message: `${error.message}${list}` };
}
