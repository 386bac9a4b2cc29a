import type { Registry } from 'prom-client';
import type { Static, TObject, TSchema } from 'typebox';
import type { Ref } from '#base/ref';
import type { Clock } from '#base/time';
import type { EventDefinition, Permission, SeededRole } from '#platform/contract';
import type { Cache } from '../cache/index.ts';
import type { PlatformConfig } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { Events, Listener } from '../events/index.ts';
import type { HealthCheck } from '../health/index.ts';
import type { Mount } from '../http/index.ts';
import type { JobDefinition, JobHandler, Jobs } from '../jobs/index.ts';
import type { Mailer } from '../outbound/index.ts';
import type { PersonalData, Privacy } from '../privacy/index.ts';
import type { ChannelRule, MountSocket, Realtime } from '../realtime/index.ts';
import type { Breakers } from '../resilience/index.ts';
import type { Storage } from '../storage/index.ts';
import type { Log } from '../telemetry/index.ts';
import type { Filling, ReadExtensions } from './extension.ts';

/** What the platform gives to every module. */
export interface PlatformServices {
  readonly platform: PlatformConfig;
  readonly database: Database;
  readonly jobs: Jobs;
  readonly events: Events;
  /** Namespaced to the module. */
  readonly cache: Cache;
  readonly storage: Storage;
  readonly mailer: Mailer;
  readonly realtime: Realtime;
  readonly breakers: Breakers;
  readonly privacy: Privacy;
  readonly metrics: Registry;
  readonly log: Log;
  readonly clock: Clock;
  /** Permissions all loaded modules declare, with the roles they go to at first. */
  readonly permissionGrants: PermissionGrants;
  /** API key scopes that mounted routes ask for; complete once the doors of this process are open. */
  readonly routeScopes: ReadonlySet<string>;
  /** Reads an extension point of this module. */
  readonly filled: ReadExtensions;
}

/** Which seeded roles hold a permission from the first start. `admin` holds everything. */
export type PermissionGrants = Readonly<Partial<Record<Permission, readonly SeededRole[]>>>;

export type RefMap = Readonly<Record<string, Ref<unknown>>>;

export type ServicesOf<Uses extends RefMap> = {
  readonly [Name in keyof Uses]: Uses[Name] extends Ref<infer Service> ? Service : never;
};

export type ModuleContext<Uses extends RefMap, Config> = PlatformServices &
  ServicesOf<Uses> & { readonly config: Config };

export interface ServeDoor<Service> {
  readonly mount: Mount;
  /** Serves WebSockets of a path, behind the same gate as the platform's own: credentials, limits, heartbeat. */
  readonly socket: MountSocket;
  readonly service: Service;
  readonly platform: PlatformServices;
}

export interface WorkDoor<Service> {
  readonly handle: <Schema extends TSchema>(job: JobDefinition<Schema>, handler: JobHandler<Schema>) => void;
  readonly service: Service;
  readonly platform: PlatformServices;
}

export interface ListenDoor<Service> {
  /** `name` tells this listener from others of the same event; it never changes. */
  readonly on: <Schema extends TSchema>(
    event: EventDefinition<Schema>,
    name: string,
    listener: Listener<Schema>,
  ) => void;
  readonly service: Service;
  readonly platform: PlatformServices;
}

export interface DemoDoor<Service> {
  readonly service: Service;
  readonly platform: PlatformServices;
}

/** What the command line shows of a command: `quintet <path…>`. */
export interface CommandDeclaration {
  /** For example `memory evaluate`. */
  readonly path: string;
  readonly summary: string;
  /** Positional arguments in order: `<file>` required, `[file]` optional. */
  readonly args?: readonly string[];
  readonly options?: readonly {
    readonly flags: string;
    readonly description: string;
    readonly default?: string;
  }[];
}

export interface CommandInput {
  readonly args: readonly (string | undefined)[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly print: (line: string) => void;
}

/** A command line command of a module. Throws to fail; writes its result with `print`. */
export interface CliCommand<Service> extends CommandDeclaration {
  run(input: CommandInput & DemoDoor<Service>): Promise<void>;
}

export interface ModuleManifest<Service, Uses extends RefMap, Config extends TObject> {
  /** Also the PostgreSQL schema, the log field and the API tag. */
  readonly name: string;
  readonly provides?: Ref<Service>;
  /** Consumed services; `create` receives exactly these, typed, under the same keys. */
  readonly uses?: Uses;
  /** Environment variables by name, with descriptions. */
  readonly config?: Config;
  readonly permissions?: PermissionGrants;
  readonly publishes?: readonly EventDefinition[];
  readonly jobs?: readonly JobDefinition[];
  readonly migrations?: URL;
  /** The passive half: builds the service. Starts nothing, listens to nothing. */
  create(context: ModuleContext<Uses, Static<Config>>): Service | Promise<Service>;
  /** The active halves: loaded only where they run. */
  readonly serve?: () => Promise<{ serve(door: ServeDoor<Service>): void | Promise<void> }>;
  readonly work?: () => Promise<{ work(door: WorkDoor<Service>): void | Promise<void> }>;
  readonly listen?: () => Promise<{ listen(door: ListenDoor<Service>): void | Promise<void> }>;
  /** Runs once everything exists, before any door opens (for example: seed rows, load keys). */
  readonly prepare?: (service: Service) => Promise<void>;
  /** Extension points of lower floors that this module fills. */
  readonly fills?: (service: Service) => readonly Filling[];
  readonly channels?: (service: Service) => readonly ChannelRule[];
  readonly health?: (service: Service) => readonly HealthCheck[];
  readonly privacy?: (service: Service) => PersonalData;
  readonly demo?: () => Promise<{ demo(door: DemoDoor<Service>): Promise<void> }>;
  /** Command line commands: data that costs no start to show. */
  readonly commands?: () => Promise<{ readonly commands: readonly CliCommand<Service>[] }>;
  /** Lets go of what `create` holds; called in reverse order at shutdown. */
  readonly close?: (service: Service) => Promise<void>;
}
