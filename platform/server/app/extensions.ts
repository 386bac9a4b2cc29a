import type { ExtensionPoint, ModuleInstance, ReadExtensions } from '../modules/index.ts';
import { StartRefused } from './select.rules.ts';

type Fillings = ReturnType<ModuleInstance['fills']>;

/** What modules put into extension points. */
export interface Extensions {
  readonly filled: ReadExtensions;
  /** Collects the fillings once every module exists; refuses the start when a point for one has several. */
  collect(instances: readonly ModuleInstance[]): void;
}

function overfull(fillings: Fillings): readonly string[] {
  const ids = fillings.filter(({ point }) => point.arity === 'one').map(({ point }) => point.id);
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}

export function createExtensions(): Extensions {
  let collected: Fillings | undefined;
  return {
    collect(instances) {
      const fillings = instances.flatMap((instance) => instance.fills());
      const problems = overfull(fillings).map((id) => `More than one module fills ${id}.`);
      if (problems.length > 0) throw new StartRefused(problems);
      collected = fillings;
    },
    filled<Value>(point: ExtensionPoint<Value>) {
      if (collected === undefined) {
        throw new Error(`${point.id} is read before every module exists: read it in prepare or later.`);
      }
      // The point carries the type of its fillings; they are kept by its id.
      return collected.flatMap(({ point: { id }, value }) => (id === point.id ? [value as Value] : []));
    },
  };
}
