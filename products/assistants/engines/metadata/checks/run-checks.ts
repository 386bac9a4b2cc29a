import type { MetadataGraph } from '../model/graph-types.ts';
import type { Check, CheckContext, CheckKey, CheckOptions, Hit, MetadataFinding } from './check-types.ts';
import { commonModuleChecks } from './common-modules.ts';
import { configurationChecks } from './configuration.ts';
import { handlerChecks } from './handlers.ts';
import { nameChecks } from './names.ts';

const byKey = (a: Check, b: Check) => (a.key < b.key ? -1 : 1);

const checks: readonly Check[] = [
  ...commonModuleChecks,
  ...configurationChecks,
  ...handlerChecks,
  ...nameChecks,
].sort(byKey);

export interface CheckInfo extends Pick<Check, 'key' | 'type' | 'severity'> {
  /** Runs without being asked for. */
  readonly on: boolean;
}

/** The checks there are, by key. */
export const metadataChecks: readonly CheckInfo[] = checks.map(({ key, type, severity, off }) => ({
  key,
  type,
  severity,
  on: off !== true,
}));

/** Where the reference shows findings about objects without a module: the module of the session. */
const sessionKeys: ReadonlySet<CheckKey> = new Set<CheckKey>([
  'MissingEventSubscriptionHandler',
  'OrdinaryAppSupport',
  'ProtectedModule',
  'ScheduledJobHandler',
]);

function moduleOf(check: Check, hit: Hit, graph: MetadataGraph): string | undefined {
  if (hit.module !== undefined && !sessionKeys.has(check.key)) return hit.module;
  const wanted =
    check.key === 'SetPermissionsForNewObjects' || check.key === 'WrongDataPathForFormElements'
      ? 'ManagedApplicationModule'
      : 'SessionModule';
  return graph.configuration.modules.find((module) => module.type === wanted)?.path;
}

const defaultWords =
  'процедуры|procedures|функции|functions|обработчики|handlers|модуль|module|функциональность|functionality';

function contextOf(graph: MetadataGraph, options: CheckOptions): CheckContext {
  return {
    graph,
    methods: options.methods ?? (() => undefined),
    ordinaryAppSupport: options.ordinaryAppSupport ?? true,
    maxNameLength: options.maxMetadataObjectNameLength ?? 80,
    words: (options.words ?? defaultWords)
      .split('|')
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== ''),
    fullAccessRoles: new Set((options.namesFullAccessRole ?? 'FullAccess,ПолныеПрава').split(',')),
  };
}

/** Runs the checks over a graph; findings are ordered by key, then as the objects are. */
export function checkMetadata(graph: MetadataGraph, options: CheckOptions = {}): readonly MetadataFinding[] {
  const context = contextOf(graph, options);
  const { only } = options;
  return checks
    .filter((check) => (only === undefined ? check.off !== true : only.includes(check.key)))
    .flatMap((check) =>
      check.run(context).map((hit): MetadataFinding => {
        const module = moduleOf(check, hit, graph);
        return {
          key: check.key,
          type: check.type,
          severity: check.severity,
          message: hit.message,
          object: hit.part ?? hit.object?.fullName.en ?? 'Configuration',
          file: hit.file,
          line: hit.line,
          ...(module !== undefined && { module }),
        };
      }),
    );
}
