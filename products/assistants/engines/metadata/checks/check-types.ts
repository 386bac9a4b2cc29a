import type { MetadataGraph, MetadataObject } from '../model/graph-types.ts';
import type { LocalText } from '../model/kinds.ts';

export type CheckKey =
  | 'CommonModuleInvalidType'
  | 'CommonModuleNameCached'
  | 'CommonModuleNameClient'
  | 'CommonModuleNameClientServer'
  | 'CommonModuleNameFullAccess'
  | 'CommonModuleNameGlobal'
  | 'CommonModuleNameGlobalClient'
  | 'CommonModuleNameServerCall'
  | 'CommonModuleNameWords'
  | 'DenyIncompleteValues'
  | 'ForbiddenMetadataName'
  | 'MetadataObjectNameLength'
  | 'MissingEventSubscriptionHandler'
  | 'OrdinaryAppSupport'
  | 'ProtectedModule'
  | 'SameMetadataObjectAndChildNames'
  | 'ScheduledJobHandler'
  | 'SetPermissionsForNewObjects'
  | 'WrongDataPathForFormElements'
  | 'WrongHttpServiceHandler'
  | 'WrongWebServiceHandler';

export type CheckSeverity = 'blocker' | 'critical' | 'major' | 'minor' | 'info';
export type CheckType = 'smell' | 'error' | 'hotspot' | 'vulnerability';

export interface MetadataFinding {
  readonly key: CheckKey;
  readonly type: CheckType;
  readonly severity: CheckSeverity;
  readonly message: LocalText;
  /** English full name of the object or the part it is about. */
  readonly object: string;
  /** The description, with the 0-based line of the name in it (0 when the name has no place there). */
  readonly file: string;
  readonly line: number;
  /** The module an analyser of code would show it at: of the object, or of the session. */
  readonly module?: string;
}

/** A method of a module, as an engine that parses code tells it. */
export interface ModuleMethod {
  readonly name: string;
  readonly isExport: boolean;
  readonly paramsCount: number;
  /** No statement in the body; absent when nobody looked. */
  readonly isEmpty?: boolean;
}

/** Methods of a module by its path; undefined when the module cannot be read: then nothing is claimed. */
export type MethodsOf = (modulePath: string) => readonly ModuleMethod[] | undefined;

export interface CheckOptions {
  readonly methods?: MethodsOf;
  /** Only these keys, whatever is on by default. */
  readonly only?: readonly CheckKey[];
  /** Ordinary (not managed) application counts; the reference's default. */
  readonly ordinaryAppSupport?: boolean;
  readonly maxMetadataObjectNameLength?: number;
  /** `|`-separated words a common module's name should not have. */
  readonly words?: string;
  /** Comma-separated. */
  readonly namesFullAccessRole?: string;
}

export interface CheckContext {
  readonly graph: MetadataGraph;
  readonly methods: MethodsOf;
  readonly ordinaryAppSupport: boolean;
  readonly maxNameLength: number;
  readonly words: readonly string[];
  readonly fullAccessRoles: ReadonlySet<string>;
}

/** What a check found: about what, where, and the words for the message. */
export interface Hit {
  readonly object: MetadataObject | undefined;
  readonly part?: string;
  readonly file: string;
  readonly line: number;
  readonly message: LocalText;
  readonly module?: string;
}

export interface Check {
  readonly key: CheckKey;
  readonly type: CheckType;
  readonly severity: CheckSeverity;
  /** Off unless asked for. */
  readonly off?: boolean;
  run(context: CheckContext): readonly Hit[];
}

const ofParts: ReadonlySet<string> = new Set(['FormModule', 'CommandModule', 'RecalculationModule']);

/** A hit about an object or a part: at the part's own module, or the manager's, or the object's only one. */
export function objectHit(object: MetadataObject, message: LocalText, part?: string, line?: number): Hit {
  const own = object.modules.filter((one) => !ofParts.has(one.type) || one.owner === object.fullName.en);
  const module =
    object.modules.find((one) => one.owner === part && one.owner !== object.fullName.en) ??
    own.find((one) => one.type === 'ManagerModule') ??
    own[0];
  return {
    object,
    file: object.file,
    line: line ?? object.line,
    message,
    ...(part !== undefined && { part }),
    ...(module !== undefined && { module: module.path }),
  };
}
