import type { Module } from '../modules/index.ts';

/** Faults in the declarations themselves; the process does not start with any. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(`Quintet cannot start:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.problems = problems;
  }
}

function providersOf(modules: readonly Module[], problems: string[]): Map<string, Module> {
  const providers = new Map<string, Module>();
  const names = new Set<string>();
  for (const module of modules) {
    if (names.has(module.name)) problems.push(`Two modules are named ${module.name}.`);
    names.add(module.name);
    if (module.provides === undefined) continue;
    const other = providers.get(module.provides);
    if (other !== undefined)
      problems.push(`${module.name} and ${other.name} both provide ${module.provides}.`);
    providers.set(module.provides, module);
  }
  return providers;
}

/**
 * Picks the wanted modules and everything they need, ordered so that each comes after what it uses.
 * Throws `StartRefused` on a hole or circle in `uses`, a name given twice, or an unknown wanted name.
 */
export function selectModules(all: readonly Module[], wanted: 'all' | readonly string[]): readonly Module[] {
  const problems: string[] = [];
  const providers = providersOf(all, problems);
  const ordered: Module[] = [];
  const path: Module[] = [];

  function visit(module: Module): void {
    if (ordered.includes(module)) return;
    if (path.includes(module)) {
      problems.push(
        `Modules use one another in a circle: ${[...path, module].map(({ name }) => name).join(' → ')}.`,
      );
      return;
    }
    path.push(module);
    for (const [local, ref] of Object.entries(module.uses)) {
      const provider = providers.get(ref);
      if (provider === undefined)
        problems.push(`${module.name} uses ${ref} (as ${local}), which no module provides.`);
      else visit(provider);
    }
    path.pop();
    ordered.push(module);
  }

  const names = wanted === 'all' ? all.map(({ name }) => name) : wanted;
  for (const name of names) {
    const module = all.find((candidate) => candidate.name === name);
    if (module === undefined)
      problems.push(`MODULES names ${name}; there is ${all.map((one) => one.name).join(', ')}.`);
    else visit(module);
  }
  if (problems.length > 0) throw new StartRefused(problems);
  return ordered;
}

/** Two modules may not claim one event, job or schema. Names carry their module: `module.name`. */
export function declarationProblems(modules: readonly Module[]): readonly string[] {
  const problems: string[] = [];
  const owners = new Map<string, string>();
  for (const module of modules) {
    const names = [...module.publishes.map((event) => event.name), ...module.jobs.map((job) => job.name)];
    for (const name of names) {
      const owner = owners.get(name);
      if (owner !== undefined) problems.push(`${name} is declared by ${owner} and by ${module.name}.`);
      owners.set(name, module.name);
    }
  }
  return problems;
}
