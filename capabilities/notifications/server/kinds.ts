import type { ReadExtensions } from '#platform/server/modules';
import { type NotificationKind, notificationKindsPoint } from './index.ts';

/** The kinds that the loaded modules may send. */
export interface Kinds {
  all(): readonly NotificationKind[];
  find(kind: string): NotificationKind | undefined;
  /** Throws when two modules claim one kind, or a kind is misnamed. */
  check(): void;
}

const kindName = /^[a-z][a-z0-9_-]*\.[a-z][a-z0-9_]*$/;

export function createKinds(filled: ReadExtensions): Kinds {
  let known: ReadonlyMap<string, NotificationKind> | undefined;
  function byName(): ReadonlyMap<string, NotificationKind> {
    known ??= new Map(
      filled(notificationKindsPoint).flatMap((kinds) => kinds.map((kind) => [kind.kind, kind])),
    );
    return known;
  }
  return {
    all: () => [...byName().values()],
    find: (kind) => byName().get(kind),
    check() {
      const names = filled(notificationKindsPoint).flatMap((kinds) => kinds.map(({ kind }) => kind));
      const bad = names.find((name, index) => names.indexOf(name) !== index || !kindName.test(name));
      if (bad !== undefined) throw new Error(`The kind of notice ${bad} is misnamed or declared twice.`);
    },
  };
}
