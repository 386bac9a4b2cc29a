import type { Workspace } from '#capabilities/tenants/server';

/** What chats ask of the projects of a company. */
export interface ProjectAccess {
  /** @throws Refusal `not_found` `assistants.project_not_found` when the company has no such project. */
  check(workspace: Workspace, projectId: string): Promise<void>;
  /** Metadata names in a text that the project's configuration does not have, each with words about it. */
  unknownNames(
    workspace: Workspace,
    projectId: string,
    text: string,
    call: { readonly locale: 'ru' | 'en'; readonly signal: AbortSignal },
  ): Promise<readonly string[]>;
}
