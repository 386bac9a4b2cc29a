import {
  allRules,
  applyFixes,
  type Configuration,
  checkModule,
  type FileReport,
  onlyRules,
} from '#products/assistants/engines/diagnostics';
import { type ProjectFacts, projectOf } from '#products/assistants/engines/grounding';
import { moduleTypeOf } from '#products/assistants/engines/metadata';
import { readSource } from './source-file.ts';
import type { SourceEntry } from './source-tree.ts';

/** What is the same for every file of a run; crosses to worker threads. */
export interface CheckSettings {
  readonly configuration: Configuration;
  /** Keys of the only rules to run. */
  readonly only: readonly string[] | undefined;
  readonly fix: boolean;
  /** The configuration around the modules; undefined for modules alone. */
  readonly project: ProjectFacts | undefined;
}

export interface CheckedFile {
  readonly report: FileReport;
  readonly bytes: number;
  /** The file's text after quick fixes, when there were any. */
  readonly repaired: string | undefined;
  /** What went wrong, in words for the person who runs the check. */
  readonly faults: readonly string[];
}

/** How often fixes are applied and the module looked at again: one repair can make room for the next. */
const rounds = 5;

const projects = new WeakMap<ProjectFacts, ReturnType<typeof projectOf>>();

/** Made once for a run in each thread. */
function projectFor(facts: ProjectFacts): ReturnType<typeof projectOf> {
  const project = projects.get(facts) ?? projectOf(facts);
  projects.set(facts, project);
  return project;
}

/** Checks one file. A file that cannot be read is a fault, not an exception. */
export async function checkFile({ file, path }: SourceEntry, settings: CheckSettings): Promise<CheckedFile> {
  const nothing = { report: { path, findings: [] }, bytes: 0, repaired: undefined };
  let source: string;
  let bytes: number;
  try {
    const read = await readSource(file);
    if (read.kind === 'refused') return { ...nothing, faults: [`${path}: ${read.reason}`] };
    ({ text: source, bytes } = read);
  } catch (error) {
    return { ...nothing, faults: [`${path}: ${error instanceof Error ? error.message : String(error)}`] };
  }
  const project = settings.project === undefined ? undefined : projectFor(settings.project);
  const only =
    settings.only === undefined
      ? undefined
      : onlyRules(allRules, settings.only, settings.configuration).chosen;
  const check = (text: string): ReturnType<typeof checkModule> =>
    checkModule({
      source: text,
      path,
      moduleType: moduleTypeOf(path).type,
      project,
      rules: allRules,
      configuration: settings.configuration,
      only,
    });
  let text = source;
  let { findings, faults } = check(text);
  for (let round = 0; settings.fix && round < rounds; round += 1) {
    const repaired = applyFixes(text, findings);
    if (repaired.count === 0) break;
    text = repaired.source;
    ({ findings, faults } = check(text));
  }
  return {
    report: { path, findings },
    bytes,
    repaired: text === source ? undefined : text,
    faults: faults.map(({ key, reason }) => `${path}: ${key}: ${reason}`),
  };
}
