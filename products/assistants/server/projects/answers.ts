import type { Page } from '#base/page';
import type { Workspace } from '#capabilities/tenants/server';
import type { Database, Reader } from '#platform/server/database';
import type {
  AttributesResult,
  CheckedName,
  FoundName,
  ImpactResult,
  MetadataDiff,
  MetadataGraph,
  MetadataObject,
} from '#products/assistants/engines/metadata';
import { termsOfQuery } from '../knowledge/terms/terms.rules.ts';
import { findModule, listModules, type ModuleFilters, methodsOf, searchMethods } from './code.read.ts';
import type { Graphs } from './graphs.ts';
import { type ObjectFilters, objectPage } from './objects.rules.ts';
import { findProject } from './project.store.ts';
import type { FoundMethod, MethodInfo, ModuleInfo } from './project.ts';
import { noModule, noObject, noProject, nothingRead, noVersion } from './refusals.ts';
import { versionsRead } from './versions-read.ts';

const longestText = 4_000;

/** An object with the graph it stands in. */
export interface ObjectInGraph {
  readonly graph: MetadataGraph;
  readonly object: MetadataObject;
}

export interface ModuleSource extends ModuleInfo {
  readonly content: string;
  readonly outline: readonly MethodInfo[];
}

/**
 * Questions about what was read of a project. All throw Refusal `not_found` `assistants.project_not_found` for a project
 * of another company, and `conflict` `assistants.project_empty` while nothing was read.
 */
export interface ProjectAnswers {
  /** The metadata of the present version. */
  graph(workspace: Workspace, projectId: string): Promise<MetadataGraph>;
  /** Objects and parts by name or synonym; near names when there are none. */
  find(workspace: Workspace, projectId: string, name: string): Promise<FoundName>;
  objects(workspace: Workspace, projectId: string, filters: ObjectFilters): Promise<Page<MetadataObject>>;
  /** @throws Refusal `not_found` `assistants.object_not_found` with suggestions. */
  object(workspace: Workspace, projectId: string, name: string): Promise<ObjectInGraph>;
  attributes(workspace: Workspace, projectId: string, name: string): Promise<AttributesResult>;
  impact(workspace: Workspace, projectId: string, name: string, depth: number): Promise<ImpactResult>;
  names(workspace: Workspace, projectId: string, names: readonly string[]): Promise<readonly CheckedName[]>;
  modules(workspace: Workspace, projectId: string, filters: ModuleFilters): Promise<Page<ModuleInfo>>;
  /** Modules of an object and its forms and commands. */
  modulesOf(workspace: Workspace, projectId: string, owner: string): Promise<readonly ModuleInfo[]>;
  /** @throws Refusal `not_found` `assistants.module_not_found`. */
  module(workspace: Workspace, projectId: string, path: string): Promise<ModuleSource>;
  /** Methods by words, names and calls, best first. */
  code(
    workspace: Workspace,
    projectId: string,
    query: string,
    limit: number,
  ): Promise<readonly FoundMethod[]>;
  /** @throws Refusal `not_found` `assistants.version_not_found`. */
  diff(workspace: Workspace, projectId: string, from: number, to: number): Promise<MetadataDiff>;
}

/** Loaded with the first question: a server whose people ask none does without it. */
const engine = () => import('#products/assistants/engines/metadata');

interface Dependencies {
  readonly database: Database;
  readonly graphs: Graphs;
}

/** The lines from first to last, one-based. */
export function linesOf(content: string, first: number, last: number): string {
  return content
    .split(/\r\n|\n|\r/u)
    .slice(first - 1, last)
    .join('\n');
}

export function createProjectAnswers({ database, graphs }: Dependencies): ProjectAnswers {
  const reader = ({ companyId }: Workspace): Reader => database.scoped({ tenant: companyId });

  async function graphAt(workspace: Workspace, projectId: string, wanted?: number): Promise<MetadataGraph> {
    const all = await versionsRead(reader(workspace), projectId);
    const version = wanted === undefined ? all[0] : all.find((one) => one.version === wanted);
    const graph =
      version === undefined ? undefined : await graphs.read(workspace.companyId, projectId, version.graphId);
    if (graph === undefined) throw noVersion();
    return graph;
  }

  async function known(workspace: Workspace, projectId: string): Promise<Reader> {
    const project = await findProject(reader(workspace), projectId);
    if (project === undefined) throw noProject();
    if (project.version === 0) throw nothingRead();
    return reader(workspace);
  }

  async function find(workspace: Workspace, projectId: string, name: string): Promise<FoundName> {
    const { findName } = await engine();
    return findName(await graphAt(workspace, projectId), name);
  }

  return {
    find,
    graph: (workspace, projectId) => graphAt(workspace, projectId),

    objects: async (workspace, projectId, filters) =>
      objectPage(await graphAt(workspace, projectId), filters),

    async object(workspace, projectId, name) {
      const { matches, suggestions } = await find(workspace, projectId, name);
      const [target] = matches;
      if (target === undefined) throw noObject(name, suggestions);
      return { graph: await graphAt(workspace, projectId), object: target.object };
    },

    attributes: async (workspace, projectId, name) =>
      (await engine()).attributesOf(await graphAt(workspace, projectId), name),
    impact: async (workspace, projectId, name, depth) =>
      (await engine()).impactOf(await graphAt(workspace, projectId), name, depth),
    names: async (workspace, projectId, names) =>
      (await engine()).checkNames(await graphAt(workspace, projectId), names),

    modules: async (workspace, projectId, filters) =>
      listModules(await known(workspace, projectId), projectId, filters),

    modulesOf: async (workspace, projectId, owner) => {
      const filters = { limit: 500, cursor: undefined, search: undefined, owner };
      return (await listModules(await known(workspace, projectId), projectId, filters)).items;
    },

    async module(workspace, projectId, path) {
      const rows = await known(workspace, projectId);
      const found = await findModule(rows, projectId, path);
      if (found === undefined) throw noModule();
      return { ...found, outline: await methodsOf(rows, projectId, path) };
    },

    async code(workspace, projectId, query, limit) {
      const rows = await known(workspace, projectId);
      const found = await searchMethods(rows, projectId, termsOfQuery(query), limit);
      return found.map(({ content, ...method }) => ({
        ...method,
        text: linesOf(content, method.firstLine, method.lastLine).slice(0, longestText),
      }));
    },

    async diff(workspace, projectId, from, to) {
      const before = await graphAt(workspace, projectId, from);
      const { diffMetadata } = await engine();
      return diffMetadata(before, await graphAt(workspace, projectId, to));
    },
  };
}
