import { Refusal } from '#base/refusal';
import type { Permission } from '#platform/contract';
import type { ModerationSubject } from './index.ts';

/** The kinds of things products put before moderators. */
export interface Subjects {
  /** Throws an `Error` for a kind nobody declared: that is a fault of the program. */
  known(kind: string): ModerationSubject;
  find(kind: string): ModerationSubject | undefined;
  all(): readonly ModerationSubject[];
  /**
   * The kinds somebody may see and decide.
   * @throws Refusal `forbidden` `moderation.not_a_moderator` for whoever may none.
   */
  visibleTo(permissions: ReadonlySet<Permission>): readonly ModerationSubject[];
}

/** With these the desk opens even while no product has anything to moderate. */
const ownPermissions: readonly Permission[] = ['moderate_content', 'moderate_reviews'];

export function createSubjects(read: () => readonly (readonly ModerationSubject[])[]): Subjects {
  const all = () => read().flat();
  const find = (kind: string) => all().find((subject) => subject.kind === kind);
  return {
    all,
    find,
    known(kind) {
      const subject = find(kind);
      if (subject === undefined) throw new Error(`No module fills moderation.subjects with ${kind}.`);
      return subject;
    },
    visibleTo(permissions) {
      const visible = all().filter(({ permission }) => permissions.has(permission));
      if (visible.length === 0 && !ownPermissions.some((permission) => permissions.has(permission)))
        throw new Refusal(
          'forbidden',
          'moderation.not_a_moderator',
          'The moderation desk is for moderators.',
        );
      return visible;
    },
  };
}
