import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { ToolCommand, ToolInput } from '#platform/server/modules';
import {
  type FeatureReport,
  lintFeature,
  scenarioFromText,
  writeFeature,
} from '#products/assistants/engines/scenarios';

const [sound, faulty, badInput] = [0, 1, 2];
const largestBytes = 5_000_000;

async function readText(input: ToolInput, file: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(file);
    if (bytes.length > largestBytes || bytes.includes(0)) {
      input.warn(`${file}: no text of at most 5 MB.`);
      return undefined;
    }
    return bytes.toString('utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    input.warn(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

async function write(input: ToolInput): Promise<number> {
  const [file = ''] = input.args;
  const text = await readText(input, file);
  if (text === undefined) return badInput;
  const title =
    typeof input.options['title'] === 'string'
      ? input.options['title']
      : basename(file).replace(/\.\w+$/, '');
  const { feature, open } = scenarioFromText(text, title);
  if (feature.scenarios.every(({ steps }) => steps.length === 0)) {
    input.warn(`${file}: there is nothing in it.`);
    return badInput;
  }
  input.write(writeFeature(feature));
  for (const clause of open) input.warn(`No step of the library says: ${clause}`);
  return sound;
}

async function featuresOf(target: string): Promise<readonly string[]> {
  if ((await stat(target)).isFile()) return [target];
  const names = await readdir(target, { recursive: true });
  return names
    .filter((name) => name.endsWith('.feature'))
    .map((name) => join(target, name))
    .sort();
}

async function check(input: ToolInput): Promise<number> {
  const [target = '.'] = input.args;
  const language = input.options['language'] === 'en' ? 'en' : 'ru';
  let files: readonly string[];
  try {
    files = await featuresOf(target);
  } catch (error) {
    input.warn(`${target}: ${error instanceof Error ? error.message : String(error)}`);
    return badInput;
  }
  const reports: { path: string; report: FeatureReport }[] = [];
  for (const path of files) {
    const text = await readText(input, path);
    if (text === undefined) return badInput;
    reports.push({ path, report: lintFeature(text) });
  }
  if (input.options['format'] === 'json') {
    const shown = reports.map(({ path, report: { isStrict, findings, scenarios, steps, knownSteps } }) => ({
      path,
      strict: isStrict,
      scenarios,
      steps,
      known_steps: knownSteps,
      findings: findings.map((finding) => ({ ...finding, message: finding.message[language] })),
    }));
    input.write(`${JSON.stringify({ files: shown }, undefined, 2)}\n`);
  } else
    for (const { path, report } of reports)
      for (const { line, severity, message, key } of report.findings)
        input.print(`${path}:${line} ${severity} ${message[language]} (${key})`);
  const isFaulty = reports.some(({ report }) => report.findings.some(({ severity }) => severity !== 'info'));
  return isFaulty ? faulty : sound;
}

/** User scenarios on the command line. */
export const scenarioTools: readonly ToolCommand[] = [
  {
    path: 'scenario write',
    summary: 'Write a Vanessa Automation scenario out of sentences in Russian',
    args: ['<text>'],
    options: [{ flags: '--title <title>', description: 'Title of the scenario; by default the file’s name' }],
    run: write,
  },
  {
    path: 'scenario check',
    summary:
      'Check .feature files: strict Gherkin, steps of the library, unused variables; exit code 1 with warnings',
    args: ['[target]'],
    options: [
      { flags: '--format <name>', description: 'text or json', default: 'text' },
      { flags: '--language <code>', description: 'ru or en', default: 'ru' },
    ],
    run: check,
  },
];
