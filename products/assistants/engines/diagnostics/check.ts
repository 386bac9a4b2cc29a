import { parseModule } from '#products/assistants/engines/bsl';
import { type Configuration, chooseRules } from './configuration.ts';
import type { Project, Rule } from './rule.ts';
import { type ChosenRule, type Diagnosis, diagnoseTree } from './run.ts';
import { suppressionOf } from './suppression.ts';

export interface CheckRequest {
  readonly source: string;
  /** Path inside the checked folder, with `/`; `.os` is OneScript. */
  readonly path: string;
  readonly moduleType: string;
  readonly rules: readonly Rule[];
  readonly configuration: Configuration;
  /** Exactly these instead of what the configuration chooses; comments that switch rules off are not heard. */
  readonly only?: readonly ChosenRule[] | undefined;
  readonly project?: Project | undefined;
}

/** Checks one module as the reference analyser would: configuration, module type and comments decide what is told. */
export function checkModule(request: CheckRequest): Diagnosis {
  const { source, path, moduleType, configuration, only, project } = request;
  const tree = parseModule(source);
  const isOneScript = path.toLowerCase().endsWith('.os');
  const rules = only ?? chooseRules(request.rules, configuration, { moduleType, isOneScript });
  const diagnosis = diagnoseTree(tree, { rules, path, moduleType, project });
  if (only !== undefined) return diagnosis;
  const isSuppressed = suppressionOf(tree);
  const findings = diagnosis.findings.filter(({ key, range }) => !isSuppressed(key, range.start.line));
  return { ...diagnosis, findings };
}
