import type { ParameterValue, Rule } from './rule.ts';
import type { ChosenRule } from './run.ts';

/** Which rules run: `on` those active by themselves, `only` those named, `except` all but those named. */
export type Mode = 'off' | 'on' | 'except' | 'only' | 'all';

/** What is read of a `.bsl-language-server.json`. */
export interface Configuration {
  readonly language: 'ru' | 'en';
  readonly mode: Mode;
  /** By key of the rule: off, on, or the values of its parameters. */
  readonly rules: ReadonlyMap<string, boolean | Readonly<Record<string, ParameterValue>>>;
  /** Names of subsystems; empty: no filter. */
  readonly subsystems: { readonly include: readonly string[]; readonly exclude: readonly string[] };
}

export const defaultConfiguration: Configuration = {
  language: 'ru',
  mode: 'on',
  rules: new Map(),
  subsystems: { include: [], exclude: [] },
};

export type ConfigurationResult =
  | { readonly kind: 'read'; readonly configuration: Configuration; readonly warnings: readonly string[] }
  | { readonly kind: 'broken'; readonly reason: string };

const modes: readonly string[] = ['off', 'on', 'except', 'only', 'all'] satisfies readonly Mode[];

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isParameterValue(value: unknown): value is ParameterValue {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function names(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((name) => typeof name === 'string') : [];
}

/** Reads the configuration file of the reference analyser; fields that are about editors are left out, unknown rules are told. */
export function readConfiguration(text: string, rules: readonly Rule[]): ConfigurationResult {
  let read: unknown;
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { kind: 'broken', reason: error instanceof Error ? error.message : String(error) };
  }
  if (!isRecord(read)) return { kind: 'broken', reason: 'The file holds no JSON object.' };
  const warnings: string[] = [];
  const diagnostics = isRecord(read['diagnostics']) ? read['diagnostics'] : {};
  const mode = String(diagnostics['mode'] ?? 'on').toLowerCase();
  if (!modes.includes(mode)) warnings.push(`diagnostics.mode is "${mode}": "on" is taken.`);
  const subsystems = isRecord(diagnostics['subsystemsFilter']) ? diagnostics['subsystemsFilter'] : {};
  return {
    kind: 'read',
    warnings,
    configuration: {
      language: String(read['language'] ?? 'ru').toLowerCase() === 'en' ? 'en' : 'ru',
      mode: modes.includes(mode) ? (mode as Mode) : 'on',
      rules: readRules(diagnostics['parameters'], rules, warnings),
      subsystems: { include: names(subsystems['include']), exclude: names(subsystems['exclude']) },
    },
  };
}

function readRules(given: unknown, rules: readonly Rule[], warnings: string[]): Configuration['rules'] {
  const known = new Map(rules.map((rule) => [rule.key, rule]));
  const read = new Map<string, boolean | Readonly<Record<string, ParameterValue>>>();
  if (!isRecord(given)) return read;
  for (const [key, value] of Object.entries(given)) {
    const rule = known.get(key);
    if (rule === undefined) warnings.push(`There is no rule ${key}.`);
    if (typeof value === 'boolean') read.set(key, value);
    else if (isRecord(value)) read.set(key, rule === undefined ? {} : readParameters(rule, value, warnings));
    else warnings.push(`The setting of ${key} is neither true, false nor an object.`);
  }
  return read;
}

function readParameters(
  rule: Rule,
  given: Readonly<Record<string, unknown>>,
  warnings: string[],
): Readonly<Record<string, ParameterValue>> {
  const read: Record<string, ParameterValue> = {};
  for (const [name, value] of Object.entries(given)) {
    const standard = rule.defaults[name];
    const fitting = typeof standard === 'string' && Array.isArray(value) ? value.join(',') : written(value);
    if (standard === undefined) warnings.push(`${rule.key} has no parameter ${name}.`);
    else if (isParameterValue(value) && typeof value === typeof standard) read[name] = value;
    else if (isParameterValue(fitting) && typeof fitting === typeof standard) read[name] = fitting;
    else warnings.push(`${rule.key}.${name} must be a ${typeof standard}.`);
  }
  return read;
}

/** A number or a flag that the file has in quotes, a word that it has as a number. */
function written(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.trim().toLowerCase();
  if (text === 'true' || text === 'false') return text === 'true';
  return /^[+-]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
}

/** Values given to parameters of rules about objects, under the names the checks of a configuration take them by. */
export interface ObjectParameters {
  readonly maxMetadataObjectNameLength?: number;
  readonly words?: string;
  readonly namesFullAccessRole?: string;
}

/** What a configuration file says of the rules whose findings come with the project; nothing where it is silent. */
export function objectParametersOf({ rules }: Configuration): ObjectParameters {
  const given = (key: string): Readonly<Record<string, ParameterValue>> => {
    const setting = rules.get(key);
    return typeof setting === 'object' ? setting : {};
  };
  const { maxMetadataObjectNameLength: length } = given('MetadataObjectNameLength');
  const { words } = given('CommonModuleNameWords');
  const { namesFullAccessRole: roles } = given('SetPermissionsForNewObjects');
  return {
    ...(typeof length === 'number' && { maxMetadataObjectNameLength: length }),
    ...(typeof words === 'string' && { words }),
    ...(typeof roles === 'string' && { namesFullAccessRole: roles }),
  };
}

/** What is looked at: rules of the other dialect and for other module types are left out. */
export interface ModuleFacts {
  readonly moduleType: string;
  readonly isOneScript: boolean;
}

/** The rules a configuration chooses for a module, with their parameters. */
export function chooseRules(
  rules: readonly Rule[],
  { mode, rules: settings }: Configuration,
  { moduleType, isOneScript }: ModuleFacts,
): readonly ChosenRule[] {
  if (mode === 'off') return [];
  return rules.flatMap((rule) => {
    if (rule.dialect !== 'both' && (rule.dialect === 'oscript') !== isOneScript) return [];
    if (!isOneScript && rule.moduleTypes !== undefined && !rule.moduleTypes.includes(moduleType)) return [];
    const setting = settings.get(rule.key);
    if (!isEnabled(rule, mode, setting)) return [];
    return [{ rule, parameters: typeof setting === 'object' ? setting : {} }];
  });
}

function isEnabled(
  rule: Rule,
  mode: Mode,
  setting: boolean | Readonly<Record<string, ParameterValue>> | undefined,
): boolean {
  const isNamed = setting !== undefined && setting !== false;
  switch (mode) {
    case 'off':
      return false;
    case 'all':
      return true;
    case 'only':
      return isNamed;
    case 'except':
      return setting === undefined;
    case 'on':
      return setting === undefined ? rule.isActive : isNamed;
    default: {
      const unknown: never = mode;
      return unknown;
    }
  }
}

/** Exactly these rules, whatever activation, dialect and module type say; undefined names the first unknown key. */
export function onlyRules(
  rules: readonly Rule[],
  keys: readonly string[],
  { rules: settings }: Configuration,
): { readonly chosen: readonly ChosenRule[]; readonly unknown: readonly string[] } {
  const byKey = new Map(rules.map((rule) => [rule.key.toLowerCase(), rule]));
  const chosen = keys.flatMap((key) => {
    const rule = byKey.get(key.toLowerCase());
    if (rule === undefined) return [];
    const setting = settings.get(rule.key);
    return [{ rule, parameters: typeof setting === 'object' ? setting : {} }];
  });
  return { chosen, unknown: keys.filter((key) => !byKey.has(key.toLowerCase())) };
}
