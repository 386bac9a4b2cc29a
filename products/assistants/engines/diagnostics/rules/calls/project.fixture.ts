import type { CommonModuleFacts, Project, Rule } from '../../rule.ts';
import { type Diagnosis, diagnose } from '../../run.ts';

const plain: CommonModuleFacts = {
  name: '',
  path: undefined,
  server: true,
  client: false,
  serverCall: false,
  global: false,
  privileged: false,
  externalConnection: false,
  cached: false,
  exports: new Set(),
};

/** A configuration with a few common modules, one catalog and, at `path`, the module that is looked at. */
export function projectWith(
  modules: Readonly<Record<string, Partial<CommonModuleFacts>>>,
  owner?: string,
  rest: Partial<Project> = {},
): Project {
  const byKey = new Map(
    Object.entries(modules).map(
      ([name, facts]) => [name.toLowerCase(), { ...plain, name, ...facts }] as const,
    ),
  );
  return {
    commonModule: (name) => byKey.get(name.toLowerCase()),
    ownerOf: () => owner,
    findingsAt: () => [],
    hasObject: (name) => name === 'Справочник.Товары',
    hasUniqueCodes: (name) => (name === 'Справочник.Товары' ? false : undefined),
    compatibility: [8, 3, 24],
    languages: ['ru'],
    useModality: false,
    useSynchronousCalls: false,
    ...rest,
  };
}

/** What a rule finds in a module of a configuration. */
export function diagnosedIn(
  project: Project | undefined,
  rule: Rule,
  source: string,
  moduleType = 'CommonModule',
): Diagnosis {
  return diagnose(source, {
    rules: [{ rule, parameters: {} }],
    path: 'Module.bsl',
    moduleType,
    project,
  });
}

/** As `diagnosedIn`: where the findings are, `line:column-line:column`. */
export function placesIn(
  project: Project | undefined,
  rule: Rule,
  source: string,
  moduleType?: string,
): readonly string[] {
  return diagnosedIn(project, rule, source, moduleType).findings.map(
    ({ range: { start, end } }) => `${start.line}:${start.character}-${end.line}:${end.character}`,
  );
}
