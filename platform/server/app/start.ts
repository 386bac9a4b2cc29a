import { mkdir } from 'node:fs/promises';
import type { Ref } from '#base/ref';
import { type Clock, systemClock } from '#base/time';
import type { HealthReport } from '#platform/contract';
import { type Environment, loadConfig, type PlatformConfig } from '../config/index.ts';
import type { Database } from '../database/index.ts';
import type { HttpServer } from '../http/index.ts';
import type { JobEngine } from '../jobs/index.ts';
import type { CommandInput, Module } from '../modules/index.ts';
import type { Storage } from '../storage/index.ts';
import type { Log } from '../telemetry/index.ts';
import { type Foundation, layFoundation } from './foundation.ts';
import { type Instances, instantiate } from './instantiate.ts';
import { type Doors, openHttp, openWork } from './open-doors.ts';
import { databaseHealth, diskHealth } from './platform-health.ts';
import { declarationProblems, StartRefused, selectModules } from './select.rules.ts';
import { createShutdownPlan } from './shutdown.ts';

export interface StartOptions {
  /** All modules of the program; MODULES picks among them. */
  readonly modules: readonly Module[];
  readonly environment: Environment;
  readonly version: string;
  readonly clock?: Clock;
  /** `none` builds everything and opens nothing: for commands. Default: what ROLE says. */
  readonly doors?: 'configured' | 'none';
  /** Applies missing migrations (default); otherwise a missing one refuses the start. */
  readonly migrate?: boolean;
  /** The built web application. */
  readonly webDirectory?: string;
  /** False mounts the routes for injected requests and opens no port. */
  readonly listen?: boolean;
  readonly isTerminal?: boolean;
  /** Begun once the database is there and migrated, and over before anybody is let in. */
  readonly beforeDoors?: (config: PlatformConfig) => Promise<void>;
}

/** A running Quintet. */
export interface App {
  readonly config: PlatformConfig;
  /** Where it listens; undefined without the HTTP door. */
  readonly url: string | undefined;
  readonly http: HttpServer | undefined;
  readonly database: Database;
  readonly databaseUrl: string;
  /** The embedded server's superuser on the same database, for backups; undefined with DATABASE_URL. */
  readonly databaseAdminUrl: string | undefined;
  /** Another process serves this embedded database: only with `doors: 'none'`. */
  readonly databaseIsShared: boolean;
  readonly storage: Storage;
  readonly version: string;
  readonly jobs: JobEngine;
  readonly log: Log;
  /** Names of the running modules, each after what it uses. */
  readonly modules: readonly string[];
  /** Throws when no running module provides the ref. */
  service<Service>(ref: Ref<Service>): Service;
  /** Runs a module's command line command; throws when no running module has it. */
  runCommand(path: string, input: CommandInput): Promise<void>;
  health(): Promise<HealthReport>;
  /** Fills in demo data; refused in production. A repeat adds nothing. */
  demo(): Promise<void>;
  /** Closes doors in order, each with a time limit. Runs once, however often it is called. */
  stop(): Promise<void>;
}

function wantedModules(environment: Environment): 'all' | readonly string[] {
  const names = (environment['MODULES'] ?? 'all').split(',').map((name) => name.trim());
  return names.includes('all') || names.join('') === '' ? 'all' : names.filter((name) => name !== '');
}

function doorsOf(config: PlatformConfig, wanted: StartOptions['doors']): Doors {
  if (wanted === 'none') return { http: false, worker: false };
  return { http: config.role !== 'worker', worker: config.role !== 'http' };
}

function checkDeclarations(modules: readonly Module[]): void {
  const problems = declarationProblems(modules);
  if (problems.length > 0) throw new StartRefused(problems);
}

/** Each module after those it uses, all others meanwhile. */
async function fillInDemo(
  config: PlatformConfig,
  modules: readonly Module[],
  instances: Instances,
): Promise<void> {
  if (config.environment === 'production') {
    throw new StartRefused(['Demo data is refused in production.']);
  }
  const done = new Map<string, Promise<void>>();
  const own = modules.map(async ({ name, provides, uses }) => {
    const before = Promise.all(Object.values(uses).map((ref) => done.get(ref)));
    const filled = before.then(() => instances.all.find((instance) => instance.name === name)?.demo());
    if (provides !== undefined) done.set(provides, filled);
    await filled;
  });
  await Promise.all(own);
}

async function stopFoundation(foundation: Foundation | undefined, close: () => Promise<void>): Promise<void> {
  foundation?.health.enter('stopping');
  await close();
}

/**
 * Starts a process: validates the environment and the declarations, opens the database and migrates it, builds
 * the modules, and opens the doors that ROLE names. Throws `ConfigError` or `StartRefused` with every problem;
 * whatever was open by then is closed again.
 */
export async function startApp(options: StartOptions): Promise<App> {
  const modules = selectModules(options.modules, wantedModules(options.environment));
  checkDeclarations(modules);
  const loaded = loadConfig(options.environment, modules, options.isTerminal);
  const config = loaded.platform;
  const doors = doorsOf(config, options.doors);
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });

  let foundation: Foundation | undefined;
  const plan = createShutdownPlan(() => foundation?.log);
  const stop = () => stopFoundation(foundation, plan.close);
  try {
    foundation = await layFoundation({
      config,
      clock: options.clock ?? systemClock,
      version: options.version,
      modules,
      mayMigrate: options.migrate ?? true,
      mayShareDatabase: options.doors === 'none',
      plan,
    });
    const { log, health, hold, jobs } = foundation;
    const ready = Promise.resolve(options.beforeDoors?.(config));
    // Told by the await below; until then another fault may be first.
    ready.catch(() => undefined);
    const instances = await instantiate(modules, foundation, loaded.modules, plan);
    health.add([databaseHealth(hold.database), jobs.health(), diskHealth(config.dataDir)]);
    await openWork(foundation, instances, doors, plan);
    const { version, webDirectory } = options;
    const http = doors.http
      ? await openHttp(foundation, instances, plan, { version, webDirectory })
      : undefined;
    await ready;
    const url = options.listen === false ? undefined : (await http?.listen(config))?.url;
    health.enter('ready');
    return {
      config,
      url,
      http,
      database: hold.database,
      databaseUrl: hold.url,
      databaseAdminUrl: hold.adminUrl,
      databaseIsShared: hold.isShared,
      storage: foundation.storage,
      version: options.version,
      jobs,
      log,
      modules: modules.map(({ name }) => name),
      service: instances.service,
      async runCommand(path, input) {
        for (const instance of instances.all) if (await instance.runCommand(path, input)) return;
        throw new StartRefused([`No running module has the command \`${path}\`: see MODULES.`]);
      },
      health: () => health.report(),
      demo: () => fillInDemo(config, modules, instances),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
