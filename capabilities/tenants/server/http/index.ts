import type { ServeDoor } from '#platform/server/modules';
import type { TenantsService } from '../service.ts';
import { serveCompanies } from './companies.routes.ts';
import { serveDirectory } from './directory.routes.ts';
import { serveEntry } from './entry.routes.ts';

export function serve(door: ServeDoor<TenantsService>): void {
  serveCompanies(door);
  serveEntry(door);
  serveDirectory(door);
}
