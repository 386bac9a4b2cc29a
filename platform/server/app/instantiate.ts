import type { Ref } from '#base/ref';
import type { Authenticator } from '../http/index.ts';
import { authenticatorPoint, type PageSources, pageSourcesPoint } from '../http/index.ts';
import type { Module, ModuleInstance, PermissionGrants, PlatformServices } from '../modules/index.ts';
import { createExtensions } from './extensions.ts';
import type { Foundation } from './foundation.ts';
import { StartRefused } from './select.rules.ts';
import type { ShutdownPlan } from './shutdown.ts';

/** The built modules, in order of dependence. */
export interface Instances {
  readonly all: readonly ModuleInstance[];
  readonly authenticator: Authenticator | undefined;
  readonly pageSources: readonly PageSources[];
  /** Throws when no loaded module provides the ref. */
  service<Service>(ref: Ref<Service>): Service;
}

function grantsOf(modules: readonly Module[]): PermissionGrants {
  return Object.assign({}, ...modules.map((module) => module.permissions));
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
  const { filled, collect } = createExtensions();

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
      routeScopes: foundation.routeScopes,
      filled,
    };
    const instance = await module.instantiate(platform, moduleConfigs[module.name], resolve);
    plan.opened(`module ${module.name}`, () => instance.close());
    if (module.provides !== undefined) services.set(module.provides, instance.service);
    const personalData = instance.privacy();
    if (personalData !== undefined) foundation.privacy.add(module.name, personalData);
    foundation.health.add(instance.health());
    all.push(instance);
  }
  collect(all);
  for (const instance of all) await instance.prepare();
  return {
    all,
    authenticator: filled(authenticatorPoint)[0],
    pageSources: filled(pageSourcesPoint),
    service: (ref) => resolve(ref) as never,
  };
}
