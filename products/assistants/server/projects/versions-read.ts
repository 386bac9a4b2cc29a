import type { Reader } from '#platform/server/database';
import { findProject } from './project.store.ts';
import type { Version } from './project.ts';
import { noProject, nothingRead } from './refusals.ts';
import { versionsOf } from './version.store.ts';

/**
 * What was read of a project, newest first, one at least.
 * @throws Refusal `not_found` `assistants.project_not_found`, `conflict` `assistants.project_empty`.
 */
export async function versionsRead(reader: Reader, projectId: string): Promise<readonly Version[]> {
  const project = await findProject(reader, projectId);
  if (project === undefined) throw noProject();
  if (project.version === 0) throw nothingRead();
  return versionsOf(reader, projectId);
}
