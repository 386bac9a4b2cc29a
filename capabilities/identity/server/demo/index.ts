import { seededRoles } from '#platform/contract';
import type { DemoDoor } from '#platform/server/modules';
import { foundAccount } from '../accounts/founding.ts';
import type { IdentityService } from '../service.ts';
import { demoPassword } from './people.ts';

/** One account for each seeded role, `<role>@demo.quintet.local`. Refuses production; a repeat does nothing. */
export async function demo({ service, platform }: DemoDoor<IdentityService>): Promise<void> {
  if (platform.platform.environment === 'production') {
    throw new Error('Demonstration accounts are refused in production: everybody knows their password.');
  }
  const { database, clock } = platform;
  const parts = {
    database,
    clock,
    hasher: service.hasher,
    announcements: service.announcements,
    audit: service.auditLog,
  };
  for (const role of seededRoles) {
    await foundAccount(parts, {
      email: `${role}@demo.quintet.local`,
      displayName: `Demo ${role}`,
      password: demoPassword,
      roles: [...new Set(['user', role])],
      existing: 'keep',
    });
  }
}
