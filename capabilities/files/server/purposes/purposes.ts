import { Refusal } from '#base/refusal';
import type { ReadExtensions } from '#platform/server/modules';
import { type FilePurpose, filePurposesPoint } from '../index.ts';
import { purposeFaults } from './purpose.rules.ts';

/** The purposes of all loaded modules. */
export interface Purposes {
  /** Undefined: no loaded module knows it. */
  find(name: string): FilePurpose | undefined;
  /** Refuses an unknown purpose with `files.purpose_unknown`. */
  require(name: string): FilePurpose;
  /** Throws when a module declares a purpose that must not exist. */
  check(): void;
}

export function createPurposes(filled: ReadExtensions): Purposes {
  let known: ReadonlyMap<string, FilePurpose> | undefined;
  function all(): ReadonlyMap<string, FilePurpose> {
    known ??= new Map(
      filled(filePurposesPoint)
        .flat()
        .map((purpose) => [purpose.purpose, purpose]),
    );
    return known;
  }
  return {
    find: (name) => all().get(name),
    require(name) {
      const purpose = all().get(name);
      if (purpose !== undefined) return purpose;
      throw new Refusal('invalid', 'files.purpose_unknown', 'Files of this purpose are not taken here.', {
        errors: [{ pointer: '/body/purpose', message: 'is not known here' }],
      });
    },
    check() {
      const faults = purposeFaults(filled(filePurposesPoint).flat());
      if (faults.length > 0) throw new Error(`Purposes of files: ${faults.join(' ')}`);
    },
  };
}
