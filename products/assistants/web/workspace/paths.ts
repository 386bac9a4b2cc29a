/** Addresses of the workspace. */
export const workspacePath = (role: string, conversationId?: string): string =>
  conversationId === undefined ? `/assistants/${role}` : `/assistants/${role}/${conversationId}`;
