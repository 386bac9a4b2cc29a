import type { TObject } from 'typebox';
import type { Ref } from '#base/ref';
import type { EventDefinition } from '#platform/contract';
import type { HealthCheck } from '../health/index.ts';
import type { JobDefinition } from '../jobs/index.ts';
import type { PersonalData } from '../privacy/index.ts';
import type { ChannelRule } from '../realtime/index.ts';
import type { Filling } from './extension.ts';
import type {
  CommandDeclaration,
  CommandInput,
  DemoDoor,
  ListenDoor,
  ModuleContext,
  ModuleManifest,
  PermissionGrants,
  PlatformServices,
  RefMap,
  ServeDoor,
  WorkDoor,
} from './manifest.ts';

/** A module with its service type sealed inside: what lists of modules hold. */
export interface Module {
  readonly name: string;
  readonly provides: string | undefined;
  /** Local name → ref id. */
  readonly uses: Readonly<Record<string, string>>;
  readonly config: TObject | undefined;
  readonly permissions: PermissionGrants;
  readonly publishes: readonly EventDefinition[];
  readonly jobs: readonly JobDefinition[];
  readonly migrations: URL | undefined;
  /** The command line commands, without building anything. */
  commands(): Promise<readonly CommandDeclaration[]>;
  /** Builds the service with what `resolve` answers for each ref. */
  instantiate(
    platform: PlatformServices,
    config: unknown,
    resolve: (ref: Ref<unknown>) => unknown,
  ): Promise<ModuleInstance>;
}

/** A built module: the service and its active halves, bound to it. */
export interface ModuleInstance {
  readonly name: string;
  readonly service: unknown;
  prepare(): Promise<void>;
  fills(): readonly Filling[];
  channels(): readonly ChannelRule[];
  health(): readonly HealthCheck[];
  privacy(): PersonalData | undefined;
  serve(doors: Pick<ServeDoor<unknown>, 'mount' | 'socket'>): Promise<void>;
  work(handle: WorkDoor<unknown>['handle']): Promise<void>;
  listen(on: ListenDoor<unknown>['on']): Promise<void>;
  demo(): Promise<void>;
  /** Runs a command of this module; answers false when it has none of that path. */
  runCommand(path: string, input: CommandInput): Promise<boolean>;
  close(): Promise<void>;
}

/** Declares a module. Reading the declaration starts nothing. */
export function defineModule<
  Service,
  const Uses extends RefMap = Record<never, never>,
  Config extends TObject = TObject<Record<never, never>>,
>(manifest: ModuleManifest<Service, Uses, Config>): Module {
  const uses: RefMap = manifest.uses ?? {};
  const commands = async () => (await manifest.commands?.())?.commands ?? [];
  return {
    name: manifest.name,
    commands,
    provides: manifest.provides?.id,
    uses: Object.fromEntries(Object.entries(uses).map(([local, ref]) => [local, ref.id])),
    config: manifest.config,
    permissions: manifest.permissions ?? {},
    publishes: manifest.publishes ?? [],
    jobs: manifest.jobs ?? [],
    migrations: manifest.migrations,
    async instantiate(platform, config, resolve) {
      const services = Object.fromEntries(Object.entries(uses).map(([local, ref]) => [local, resolve(ref)]));
      // The one place where types are asserted: refs carry the types, `resolve` answers by their ids.
      const context = { ...platform, ...services, config } as ModuleContext<Uses, never>;
      const service = await manifest.create(context);
      const door: DemoDoor<Service> = { service, platform };
      return {
        name: manifest.name,
        service,
        prepare: async () => manifest.prepare?.(service),
        fills: () => manifest.fills?.(service) ?? [],
        channels: () => manifest.channels?.(service) ?? [],
        health: () => manifest.health?.(service) ?? [],
        privacy: () => manifest.privacy?.(service),
        serve: async (doors) => (await manifest.serve?.())?.serve({ ...door, ...doors }),
        work: async (handle) => (await manifest.work?.())?.work({ ...door, handle }),
        listen: async (on) => (await manifest.listen?.())?.listen({ ...door, on }),
        demo: async () => (await manifest.demo?.())?.demo(door),
        async runCommand(path, input) {
          const command = (await commands()).find((one) => one.path === path);
          await command?.run({ ...input, ...door });
          return command !== undefined;
        },
        close: async () => manifest.close?.(service),
      };
    },
  };
}
