import { createWriteStream } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { finished } from 'node:stream/promises';
import type { ToolCommand, ToolInput } from '#platform/server/modules';
import {
  allRules,
  type Configuration,
  defaultConfiguration,
  isAtLeast,
  objectParametersOf,
  onlyRules,
  type ReportFormat,
  readConfiguration,
  reporters,
  type Severity,
  severities,
} from '#products/assistants/engines/diagnostics';
import { checkAll } from './check-pool.ts';
import { createProgress } from './progress.ts';
import { readProjectFacts } from './project-facts.ts';
import { findSources, type SourceEntry } from './source-tree.ts';

const configurationName = '.bsl-language-server.json';
const [sound, foundSome, badInput] = [0, 1, 2];

function text(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The named configuration file, else the one in the checked folder, else the defaults; undefined when it is broken. */
async function configurationFor(input: ToolInput, target: string): Promise<Configuration | undefined> {
  const named = text(input.options['config']);
  let content: string;
  try {
    content = await readFile(named ?? join(target, configurationName), 'utf8');
  } catch (error) {
    if (named === undefined) return defaultConfiguration;
    input.warn(`${named}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
  const read = readConfiguration(content, allRules);
  if (read.kind === 'broken') {
    input.warn(`${named ?? configurationName}: ${read.reason}`);
    return undefined;
  }
  for (const warning of read.warnings) input.warn(`${named ?? configurationName}: ${warning}`);
  return read.configuration;
}

interface Choice {
  readonly format: ReportFormat;
  readonly threshold: Severity | undefined;
  readonly language: 'ru' | 'en';
  readonly only: readonly string[] | undefined;
}

/** Reads the options, or tells what is wrong with them. */
function choose(input: ToolInput, configuration: Configuration): Choice | undefined {
  const format = text(input.options['format']) ?? 'console';
  const threshold = text(input.options['failOn']) ?? 'major';
  const language = text(input.options['language']) ?? configuration.language;
  const only = text(input.options['only'])
    ?.split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  const unknown = onlyRules(allRules, only ?? [], configuration).unknown;
  if (!Object.hasOwn(reporters, format))
    input.warn(`There is no format ${format}: ${Object.keys(reporters).join(', ')}.`);
  else if (threshold !== 'none' && !severities.includes(threshold as Severity))
    input.warn(`--fail-on is one of none, ${severities.join(', ')}.`);
  else if (language !== 'ru' && language !== 'en') input.warn('--language is ru or en.');
  else if (unknown.length > 0)
    input.warn(`There is no rule ${unknown.join(', ')}. All rules: quintet bsl rules`);
  else
    return {
      format: format as ReportFormat,
      threshold: threshold === 'none' ? undefined : (threshold as Severity),
      language,
      only,
    };
  return undefined;
}

async function sourcesOf(input: ToolInput, target: string): Promise<readonly SourceEntry[] | undefined> {
  try {
    const entries = await findSources(target);
    if (entries.length === 0) input.warn(`${target}: no .bsl or .os files here.`);
    return entries;
  } catch (error) {
    input.warn(`${target}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

/** Where the report goes: standard output, or a file that is written as it grows. */
function sinkOf(input: ToolInput): { write: (piece: string) => void; close: () => Promise<void> } {
  const file = text(input.options['output']);
  if (file === undefined) return { write: input.write, close: () => Promise.resolve() };
  const stream = createWriteStream(file);
  return {
    write: (piece) => void stream.write(piece),
    close: () => {
      stream.end();
      return finished(stream);
    },
  };
}

async function run(input: ToolInput): Promise<number> {
  const target = input.args[0] ?? '.';
  const configuration = await configurationFor(input, target);
  if (configuration === undefined) return badInput;
  const choice = choose(input, configuration);
  if (choice === undefined) return badInput;
  const entries = await sourcesOf(input, target);
  if (entries === undefined) return badInput;

  const ran =
    choice.only === undefined
      ? allRules
      : onlyRules(allRules, choice.only, configuration).chosen.map(({ rule }) => rule);
  const reporter = reporters[choice.format]({ language: choice.language, rules: ran, version: '0.1.0' });
  const sink = sinkOf(input);
  const progress = createProgress(
    entries.length,
    input.isTerminal,
    (line) => process.stderr.write(line),
    () => performance.now(),
  );
  let [isFailed, faults] = [false, 0];
  sink.write(reporter.start());
  const settings = {
    configuration,
    only: choice.only,
    fix: input.options['fix'] === true,
    project: readProjectFacts(target, objectParametersOf(configuration)),
  };
  const files = new Map(entries.map(({ path, file }) => [path, file]));
  for await (const checked of checkAll(entries, settings)) {
    sink.write(reporter.file(checked.report));
    const { threshold } = choice;
    isFailed ||=
      threshold !== undefined &&
      checked.report.findings.some(({ severity }) => isAtLeast(severity, threshold));
    progress.step(checked.bytes);
    for (const fault of checked.faults) {
      faults += 1;
      input.warn(fault);
    }
    const file = files.get(checked.report.path);
    if (checked.repaired !== undefined && file !== undefined) await writeFile(file, checked.repaired);
  }
  progress.end();
  sink.write(reporter.end());
  await sink.close();
  if (isFailed) return foundSome;
  return faults > 0 ? badInput : sound;
}

export const checkCommand: ToolCommand = {
  path: 'bsl check',
  summary:
    'Check 1C modules (.bsl, .os) of a folder or one file; exit code 1 from --fail-on upwards, 2 for bad input',
  args: ['[folder]'],
  options: [
    {
      flags: '--format <name>',
      description: 'console, json, sarif, junit, sonar or gitlab',
      default: 'console',
    },
    { flags: '--output <file>', description: 'Write the report to a file instead of standard output' },
    { flags: '--config <file>', description: `Settings; without it ${configurationName} of the folder` },
    {
      flags: '--only <keys>',
      description: 'Run exactly these rules (KEY,KEY): no activation, module types or comments',
    },
    { flags: '--language <code>', description: 'Language of the messages: ru or en' },
    {
      flags: '--fail-on <severity>',
      description: 'blocker, critical, major, minor, info or none',
      default: 'major',
    },
    { flags: '--fix', description: 'Apply quick fixes to the files and report what is left' },
  ],
  run,
};
