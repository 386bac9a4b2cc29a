import { Refusal } from '#base/refusal';
import type { CompanyRole, Workspace } from '#capabilities/tenants/server';
import type { Prompt } from './prompt.ts';

const roles: readonly CompanyRole[] = ['owner', 'admin', 'member', 'viewer'];

/** The least role that may change a prompt: any for one's own; a shared one is its author's and of who edits assistants. */
export function leastRole(
  { userId }: Pick<Workspace, 'userId'>,
  { shared, authorId }: Pick<Prompt, 'shared' | 'authorId'>,
): CompanyRole {
  if (!shared) return 'viewer';
  return authorId === userId ? 'member' : 'admin';
}

export function mayChange(
  workspace: Pick<Workspace, 'userId' | 'role'>,
  prompt: Pick<Prompt, 'shared' | 'authorId'>,
): boolean {
  return roles.indexOf(workspace.role) <= roles.indexOf(leastRole(workspace, prompt));
}

/** A personal space has nobody to share with. */
export function checkShareable({ isPersonal }: Pick<Workspace, 'isPersonal'>): void {
  if (!isPersonal) return;
  const words = 'Nobody else works in your personal space: choose a company to share a prompt with it.';
  throw new Refusal('invalid', 'assistants.prompt_cannot_be_shared', words, {
    errors: [{ pointer: '/body/shared', message: words }],
  });
}

/** Only who wrote a shared prompt may take it back for themselves. */
export function checkTakenBack(
  { userId }: Pick<Workspace, 'userId'>,
  { authorId }: Pick<Prompt, 'authorId'>,
): void {
  if (authorId === userId) return;
  const words = 'Somebody else wrote this prompt: it stays with the company. It may be changed or deleted.';
  throw new Refusal('forbidden', 'assistants.prompt_of_another', words);
}

/** A title as it stands in a list: one line. */
export function titleLine(title: string): string {
  return title.replaceAll(/\s+/g, ' ').trim();
}

/** The words of a search, each once; the first ten count. */
export function wordsOf(search: string): readonly string[] {
  return [...new Set(search.split(/\s+/))].filter((word) => word !== '').slice(0, 10);
}
