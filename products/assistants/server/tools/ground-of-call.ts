import { Refusal } from '#base/refusal';
import type { PackedGround } from '../engines/tasks/ground.ts';
import type { Grounds } from '../projects/grounds.ts';
import type { ToolCallContext } from './tool.ts';

/** What a call may be grounded in; undefined without a project, and while nothing of it was read. */
export type GroundOfCall = (context: ToolCallContext) => Promise<PackedGround | undefined>;

/** Where there are no projects. */
export const noGround: GroundOfCall = () => Promise.resolve(undefined);

/** Grounds calls in the project that is chosen. */
export function groundOfCall(grounds: Grounds): GroundOfCall {
  return async ({ workspace, projectId }) => {
    if (projectId === undefined) return undefined;
    try {
      return await grounds.newest(workspace, projectId);
    } catch (error) {
      if (error instanceof Refusal && error.code === 'assistants.project_empty') return undefined;
      throw error;
    }
  };
}
