import type { Ref } from '#base/ref';
import type { Authenticator } from '../http/index.ts';
import { authenticatorPoint } from '../http/index.ts';
import type {
  ExtensionPoint,
  Module,
  ModuleInstance,
  PermissionGrants,
  PlatformServices,
} from '../modules/index.ts';
import type { Foundation } from './foundation.ts';
import { StartRefused } from './select.rules.ts';
import type { ShutdownPlan } from './shutdown.ts';

/** The built modules, in order of dependence. */
export interface Instances {
  readonly all: readonly ModuleInstance[];
  readonly authenticator: Authenticator | undefined;
  /** Throws when no loaded module provides the ref. */
  service<Service>(ref: Ref<Service>): Service;
}

function grantsOf(modules: readonly Module[]): PermissionGrants {
  return Object.assign({}, ...modules.map((module) => module.permissions));
}

function filled<Value>(instances: readonly ModuleInstance[], point: ExtensionPoint<Value>): readonly Value[] {
  const values = instances.flatMap((instance) =>
    instance.fills().flatMap((filling) => (filling.point === point.id ? [filling.value as Value] : [])),
  );
  if (point.arity === 'one' && values.length > 1) {
    throw new StartRefused([`More than one module fills ${point.id}.`]);
  }
  return values;
}

/** Builds every module with what it uses, registers its personal data, channels and health, and prepares it. */
export async function instantiate(
  modules: readonly Module[],
  foundation: Foundation,
  moduleConfigs: Readonly<Record<string, unknown>>,
  plan: ShutdownPlan,
): Promise<Instances> {
  const services = new Map<string, unknown>();
  const all: ModuleInstance[] = [];
  const permissionGrants = grantsOf(modules);

  function resolve(ref: Ref<unknown>): unknown {
    if (!services.has(ref.id)) throw new StartRefused([`No loaded module provides ${ref.id}.`]);
    return services.get(ref.id);
  }

  for (const module of modules) {
    const platform: PlatformServices = {
      platform: foundation.config,
      database: foundation.hold.database,
      jobs: foundation.jobs.jobs,
      events: foundation.events.events,
      cache: foundation.caches.cache(module.name),
      storage: foundation.storage,
      mailer: foundation.mailer,
      realtime: foundation.realtime.realtime,
      breakers: foundation.breakers,
      privacy: foundation.privacy,
      metrics: foundation.metrics,
      log: foundation.log.child({ module: module.name }),
      clock: foundation.clock,
      permissionGrants,
    };
    const instance = await module.instantiate(platform, moduleConfigs[module.name], resolve);
    plan.opened(`module ${module.name}`, () => instance.close());
    if (module.provides !== undefined) services.set(module.provides, instance.service);
    const personalData = instance.privacy();
    if (personalData !== undefined) foundation.privacy.add(module.name, personalData);
    foundation.health.add(instance.health());
    all.push(instance);
  }
  for (const instance of all) await instance.prepare();
  return {
    all,
    authenticator: filled(all, authenticatorPoint)[0],
    service: (ref) => resolve(ref) as never,
  };
}
