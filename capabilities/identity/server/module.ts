import { defineRef } from '#base/ref';
import { authenticatorPoint } from '#platform/server/http';
import { defineModule, fill } from '#platform/server/modules';
import { AccessChanged, UserDeleted, UserRegistered } from '../contract/index.ts';
import { IdentityConfig } from './config.ts';
import { keyHealth } from './health.ts';
import { identityRef } from './index.ts';
import { purgeExpired, rotateKeys, sendMail } from './jobs/definitions.ts';
import { createIdentity, type IdentityService } from './service.ts';

/** Accounts, sessions, roles, keys and the audit log. */
export const identityModule = defineModule({
  name: 'identity',
  // The same name, seen from inside with everything the module's own doors use.
  provides: defineRef<IdentityService>(identityRef.id),
  config: IdentityConfig,
  permissions: {
    manage_user_roles: ['admin'],
    can_lock_users: ['admin', 'moderator'],
    edit_user_profiles: ['admin', 'manager'],
    view_audit: ['admin'],
    view_metrics: ['admin', 'analyst'],
  },
  publishes: [UserRegistered, UserDeleted, AccessChanged],
  jobs: [sendMail, rotateKeys, purgeExpired],
  migrations: new URL('./db/migrations/', import.meta.url),
  create: createIdentity,
  prepare: (service) => service.prepare(),
  fills: (service) => [fill(authenticatorPoint, service.authenticator)],
  health: (service) => [keyHealth(service.keyring)],
  privacy: (service) => service.personalData,
  serve: () => import('./http/index.ts'),
  work: () => import('./jobs/index.ts'),
  demo: () => import('./demo/index.ts'),
  commands: () => import('./commands/index.ts'),
  close: (service) => service.close(),
});
