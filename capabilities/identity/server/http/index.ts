import type { ServeDoor } from '#platform/server/modules';
import type { IdentityService } from '../service.ts';
import { serveAccess } from './access.routes.ts';
import { serveAccounts } from './account.routes.ts';
import { serveOperations } from './operations.routes.ts';
import { serveSecondFactor } from './second-factor.routes.ts';
import { serveSessions } from './session.routes.ts';
import { serveSocial } from './social.routes.ts';

export function serve(door: ServeDoor<IdentityService>): void {
  serveAccounts(door);
  serveSessions(door);
  serveSecondFactor(door);
  serveSocial(door);
  serveAccess(door);
  serveOperations(door);
}
