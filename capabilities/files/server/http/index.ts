import type { ServeDoor } from '#platform/server/modules';
import type { FilesService } from '../service.ts';
import { serveContent } from './content.routes.ts';
import { serveUploads } from './uploads.routes.ts';

export function serve(door: ServeDoor<FilesService>): void {
  serveUploads(door);
  serveContent(door);
}
