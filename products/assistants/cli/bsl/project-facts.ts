import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseModule, symbolsOf } from '#products/assistants/engines/bsl';
import type { CommonModuleFacts, Project } from '#products/assistants/engines/diagnostics';
import {
  checkMetadata,
  type MetadataFinding,
  type MetadataGraph,
  type ModuleMethod,
  metadataChecks,
  moduleTypeOf,
  readMetadata,
} from '#products/assistants/engines/metadata';
import { folderTree } from '../metadata/folder-tree.ts';

/** What rules ask of a configuration, as plain data: it crosses to worker threads. */
export interface ProjectFacts {
  readonly commonModules: readonly CommonModuleFacts[];
  /** Russian full names by full names in both languages, lower case. */
  readonly objects: ReadonlyMap<string, string>;
  /** Findings of the metadata engine by the module they are shown at. */
  readonly findings: ReadonlyMap<string, readonly MetadataFinding[]>;
  readonly compatibility: readonly number[] | undefined;
  readonly languages: readonly string[];
  readonly useModality: boolean;
  readonly useSynchronousCalls: boolean;
}

/** Where the two layouts keep the description of the configuration itself. */
const descriptions = [
  'Configuration.xml',
  'src/Configuration/Configuration.mdo',
  'Configuration/Configuration.mdo',
  'src/Configuration.xml',
];

/** Reads what is known of the configuration in a folder; undefined when the folder holds none, or a broken one. */
export function readProjectFacts(folder: string): ProjectFacts | undefined {
  if (!descriptions.some((file) => existsSync(join(folder, file)))) return undefined;
  const tree = folderTree(folder);
  const read = readMetadata(tree);
  if (!read.ok) return undefined;
  const textOf = (path: string): string => {
    try {
      return new TextDecoder().decode(tree.read(path));
    } catch {
      return '';
    }
  };
  return factsOf(read.graph, textOf);
}

function factsOf(graph: MetadataGraph, textOf: (path: string) => string): ProjectFacts {
  const { compatibilityMode, properties } = graph.configuration;
  const numbers = compatibilityMode.split('.').map(Number);
  return {
    commonModules: graph.objects.flatMap((object) => {
      const flags = object.commonModule;
      if (flags === undefined) return [];
      const path = object.modules.find(({ isProtected }) => !isProtected)?.path;
      return [
        {
          name: object.name,
          path,
          server: flags.server,
          client: flags.clientManagedApplication || flags.clientOrdinaryApplication,
          serverCall: flags.serverCall,
          global: flags.global,
          privileged: flags.privileged,
          externalConnection: flags.externalConnection,
          cached: flags.reuse !== 'DontUse',
          exports: path === undefined ? undefined : exportsOf(textOf(path)),
        },
      ];
    }),
    objects: new Map(
      graph.objects.flatMap(({ fullName: { ru, en } }) => [
        [ru.toLowerCase(), ru] as const,
        [en.toLowerCase(), ru] as const,
      ]),
    ),
    findings: Map.groupBy(
      checkMetadata(graph, {
        methods: (path) => methodsOf(textOf(path)),
        only: metadataChecks.map(({ key }) => key),
      }),
      ({ module }) => module ?? '',
    ),
    compatibility: compatibilityMode === '' || numbers.some(Number.isNaN) ? undefined : numbers,
    languages: graph.objects.flatMap(({ kind, properties: own }) =>
      kind === 'Language' && own['languageCode'] !== undefined ? [own['languageCode']] : [],
    ),
    useModality: properties['modalityUseMode'] === 'Use',
    useSynchronousCalls: properties['synchronousPlatformExtensionAndAddInCallUseMode'] === 'Use',
  };
}

function methodsOf(source: string): readonly ModuleMethod[] {
  return symbolsOf(parseModule(source)).methods.map(({ name, isExport, parameters, node }) => ({
    name,
    isExport,
    paramsCount: parameters.length,
    isEmpty: node.body.statements.length === 0,
  }));
}

function exportsOf(source: string): ReadonlySet<string> {
  const { methods } = symbolsOf(parseModule(source));
  return new Set(methods.flatMap(({ key, isExport }) => (isExport ? [key] : [])));
}

/** The configuration as rules ask for it. */
export function projectOf(facts: ProjectFacts): Project {
  const modules = new Map(facts.commonModules.map((module) => [module.name.toLowerCase(), module]));
  return {
    ...facts,
    commonModule: (name) => modules.get(name.toLowerCase()),
    findingsAt: (path) => facts.findings.get(path) ?? [],
    hasObject: (fullName) => facts.objects.has(fullName.toLowerCase()),
    ownerOf: (path) => facts.objects.get(moduleTypeOf(path).object.toLowerCase()),
  };
}
