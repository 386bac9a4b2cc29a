import { parseModule, symbolsOf } from '#products/assistants/engines/bsl';
import type { CommonModuleFacts, ObjectParameters, Project } from '#products/assistants/engines/diagnostics';
import {
  checkMetadata,
  type LocalText,
  type MetadataFinding,
  type MetadataGraph,
  type ModuleMethod,
  metadataChecks,
  moduleTypeOf,
} from '#products/assistants/engines/metadata';

/** What rules ask of a configuration, as plain data: it crosses to other threads and is kept in files. */
export interface ProjectFacts {
  readonly commonModules: readonly (Omit<CommonModuleFacts, 'exports'> & {
    readonly exports: readonly string[] | undefined;
  })[];
  /** Full names of all objects. */
  readonly objects: readonly LocalText[];
  /** Full names of objects in which one code may stand for several items, and those in which it stands for one. */
  readonly codes: { readonly shared: readonly LocalText[]; readonly unique: readonly LocalText[] };
  /** What the metadata engine found, for the modules the findings are shown at. */
  readonly findings: readonly MetadataFinding[];
  readonly compatibility: readonly number[] | undefined;
  readonly languages: readonly string[];
  readonly useModality: boolean;
  readonly useSynchronousCalls: boolean;
}

/** Text of a module by its path; undefined when it cannot be read: then nothing is claimed about it. */
export type TextOf = (path: string) => string | undefined;

function methodsOf(source: string): readonly ModuleMethod[] {
  return symbolsOf(parseModule(source)).methods.map(({ name, isExport, parameters, node }) => ({
    name,
    isExport,
    paramsCount: parameters.length,
    isEmpty: node.body.statements.length === 0,
  }));
}

function exportsOf(source: string): readonly string[] {
  const { methods } = symbolsOf(parseModule(source));
  return methods.flatMap(({ key, isExport }) => (isExport ? [key] : []));
}

function commonModulesOf(graph: MetadataGraph, textOf: TextOf): ProjectFacts['commonModules'] {
  return graph.objects.flatMap(({ name, commonModule: flags, modules }) => {
    if (flags === undefined) return [];
    const path = modules.find(({ isProtected }) => !isProtected)?.path;
    const text = path === undefined ? undefined : textOf(path);
    return [
      {
        name,
        path,
        server: flags.server,
        client: flags.clientManagedApplication || flags.clientOrdinaryApplication,
        serverCall: flags.serverCall,
        global: flags.global,
        privileged: flags.privileged,
        externalConnection: flags.externalConnection,
        cached: flags.reuse !== 'DontUse',
        exports: text === undefined ? undefined : exportsOf(text),
      },
    ];
  });
}

const numbered: ReadonlySet<string> = new Set(['Catalog', 'ChartOfCharacteristicTypes', 'ChartOfAccounts']);

/** A code is unique when the platform checks it and its series is the whole object. */
function codesOf(graph: MetadataGraph): ProjectFacts['codes'] {
  const objects = graph.objects.filter(({ kind }) => numbered.has(kind));
  const isUnique = ({ properties }: (typeof objects)[number]): boolean =>
    properties['checkUnique'] === 'true' && (properties['codeSeries'] ?? 'Whole').startsWith('Whole');
  const { shared = [], unique = [] } = Object.groupBy(objects, (one) =>
    isUnique(one) ? 'unique' : 'shared',
  );
  return { shared: shared.map(({ fullName }) => fullName), unique: unique.map(({ fullName }) => fullName) };
}

/** Collects what rules ask of a configuration; reads the texts of common modules and of handlers. */
export function factsOf(
  graph: MetadataGraph,
  textOf: TextOf,
  parameters: ObjectParameters = {},
): ProjectFacts {
  const { compatibilityMode, properties } = graph.configuration;
  const numbers = compatibilityMode.split('.').map(Number);
  return {
    commonModules: commonModulesOf(graph, textOf),
    objects: graph.objects.map(({ fullName }) => fullName),
    codes: codesOf(graph),
    findings: checkMetadata(graph, {
      ...parameters,
      methods(path) {
        const text = textOf(path);
        return text === undefined ? undefined : methodsOf(text);
      },
      only: metadataChecks.map(({ key }) => key),
    }),
    compatibility: compatibilityMode === '' || numbers.some(Number.isNaN) ? undefined : numbers,
    languages: graph.objects.flatMap(({ kind, properties: own }) =>
      kind === 'Language' && own['languageCode'] !== undefined ? [own['languageCode']] : [],
    ),
    useModality: properties['modalityUseMode'] === 'Use',
    useSynchronousCalls: properties['synchronousPlatformExtensionAndAddInCallUseMode'] === 'Use',
  };
}

/** The configuration as rules ask for it. */
export function projectOf(facts: ProjectFacts): Project {
  const modules = new Map(
    facts.commonModules.map((module): [string, CommonModuleFacts] => [
      module.name.toLowerCase(),
      { ...module, exports: module.exports === undefined ? undefined : new Set(module.exports) },
    ]),
  );
  const objects = new Map(
    facts.objects.flatMap(({ ru, en }) => [[ru.toLowerCase(), ru] as const, [en.toLowerCase(), ru] as const]),
  );
  const { shared, unique } = facts.codes;
  const codes = new Map<string, boolean>();
  for (const [names, isUnique] of [
    [shared, false],
    [unique, true],
  ] as const)
    for (const { ru, en } of names) codes.set(ru.toLowerCase(), isUnique).set(en.toLowerCase(), isUnique);
  const findings = Map.groupBy(facts.findings, ({ module }) => module ?? '');
  const { compatibility, languages, useModality, useSynchronousCalls } = facts;
  return {
    compatibility,
    languages,
    useModality,
    useSynchronousCalls,
    commonModule: (name) => modules.get(name.toLowerCase()),
    findingsAt: (path) => findings.get(path) ?? [],
    hasObject: (fullName) => objects.has(fullName.toLowerCase()),
    hasUniqueCodes: (fullName) => codes.get(fullName.toLowerCase()),
    ownerOf: (path) => objects.get(moduleTypeOf(path).object.toLowerCase()),
  };
}
