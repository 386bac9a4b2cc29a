import type { ProjectAccess } from '../exchange/project-access.ts';
import type { ProjectAnswers } from './answers.ts';
import type { Projects } from './projects.ts';

/** What chats ask of projects. A project of which nothing was read knows no wrong names. */
export function projectAccess(projects: Projects, answers: ProjectAnswers): ProjectAccess {
  return {
    async check(workspace, projectId) {
      await projects.get(workspace, projectId);
    },
    async unknownNames(workspace, projectId, text, locale) {
      const { version } = await projects.get(workspace, projectId);
      if (version === 0) return [];
      const unknown = await answers.unknownNames(workspace, projectId, text);
      return [...new Set(unknown.map(({ message }) => message[locale]))];
    },
  };
}
