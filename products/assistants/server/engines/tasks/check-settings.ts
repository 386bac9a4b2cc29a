import { Refusal } from '#base/refusal';
import {
  allRules,
  type ChosenRule,
  type Configuration,
  checkModule,
  defaultConfiguration,
  type Finding,
  onlyRules,
  readConfiguration,
  type Severity,
} from '#products/assistants/engines/diagnostics';
import { moduleTypeOf } from '#products/assistants/engines/metadata';
import { openGround, type PackedGround } from './ground.ts';

/** What a check looks for. */
export interface CheckSettings {
  /** Text of a `.bsl-language-server.json`. */
  readonly configuration?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly severities?: readonly Severity[] | undefined;
  /** The configuration around the modules. */
  readonly ground?: PackedGround | undefined;
}

export interface Checked {
  readonly findings: readonly Finding[];
  /** Rules that broke down. */
  readonly faults: readonly string[];
}

export interface Checker {
  readonly warnings: readonly string[];
  check(source: string, path: string): Checked;
}

function configurationOf(text: string | undefined): {
  readonly configuration: Configuration;
  readonly warnings: readonly string[];
} {
  if (text === undefined || text.trim() === '') return { configuration: defaultConfiguration, warnings: [] };
  const read = readConfiguration(text, allRules);
  if (read.kind === 'broken')
    throw new Refusal('invalid', 'assistants.bad_configuration', 'The settings file is not valid JSON.', {
      reason: read.reason,
    });
  return read;
}

function chosenRules(
  keys: readonly string[] | undefined,
  configuration: Configuration,
): readonly ChosenRule[] | undefined {
  if (keys === undefined) return undefined;
  const { chosen, unknown } = onlyRules(allRules, keys, configuration);
  if (unknown.length > 0)
    throw new Refusal('invalid', 'assistants.unknown_rule', `There is no rule ${unknown[0]}.`, {
      unknown: unknown.slice(0, 20),
    });
  return chosen;
}

/** @throws Refusal `invalid` `assistants.bad_configuration`, `assistants.unknown_rule`. */
export function createChecker({
  configuration: text,
  only: keys,
  severities,
  ground,
}: CheckSettings): Checker {
  const { configuration, warnings } = configurationOf(text);
  const only = chosenRules(keys, configuration);
  const project = openGround(ground)?.project;
  return {
    warnings: warnings.slice(0, 100),
    check(source, path) {
      const moduleType = moduleTypeOf(path).type;
      const { findings, faults } = checkModule({
        source,
        path,
        moduleType,
        rules: allRules,
        configuration,
        only,
        project,
      });
      return {
        findings:
          severities === undefined
            ? findings
            : findings.filter(({ severity }) => severities.includes(severity)),
        faults: faults.map(({ key, reason }) => `${path}: ${key}: ${reason}`),
      };
    },
  };
}
