import { Refusal } from '#base/refusal';
import type { RunEngine } from '../engines/engines.ts';
import type { ProjectAccess } from '../exchange/project-access.ts';
import type { Grounds } from './grounds.ts';
import type { Projects } from './projects.ts';

interface Dependencies {
  readonly projects: Pick<Projects, 'get'>;
  readonly grounds: Grounds;
  readonly run: RunEngine;
}

/** What chats ask of projects. A project of which nothing was read knows no wrong names. */
export function projectAccess({ projects, grounds, run }: Dependencies): ProjectAccess {
  return {
    async check(workspace, projectId) {
      await projects.get(workspace, projectId);
    },
    async unknownNames(workspace, projectId, text, { locale, signal }) {
      try {
        const ground = await grounds.newest(workspace, projectId);
        const call = { owner: workspace.userId, signal };
        const unknown = await run('namesInText', { text, ground }, call);
        return [...new Set(unknown.map(({ message }) => message[locale]))];
      } catch (error) {
        // What was said stays said: nothing was read yet, or the engines have no room.
        if (error instanceof Refusal) return [];
        throw error;
      }
    },
  };
}
