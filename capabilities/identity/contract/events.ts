import { Type } from 'typebox';
import { defineEvent, Id } from '#platform/contract';

/** A person proved their address (or a provider did) and has an account. */
export const UserRegistered = defineEvent('identity.user_registered.v1', Type.Object({ user_id: Id }));

/** An account and everything kept about the person is gone. */
export const UserDeleted = defineEvent('identity.user_deleted.v1', Type.Object({ user_id: Id }));

/** What an account may do changed, or a session ended (`session_id`): open connections must be dropped or checked again. */
export const AccessChanged = defineEvent(
  'identity.access_changed.v1',
  Type.Object({ user_id: Id, session_id: Type.Optional(Id) }),
);
