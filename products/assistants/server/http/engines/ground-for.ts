import type { Workspace } from '#capabilities/tenants/server';
import type { PackedGround } from '../../engines/tasks/ground.ts';
import type { Grounds } from '../../projects/grounds.ts';

/** The ground a request asks for; undefined when it names no project. @throws as `Grounds.newest`. */
export async function groundFor(
  grounds: Grounds,
  workspace: Workspace,
  projectId: string | undefined,
): Promise<PackedGround | undefined> {
  return projectId === undefined ? undefined : grounds.newest(workspace, projectId);
}
