import { type BrowserPrompt, readPrompts } from './prompt.rules.ts';

const keyOf = (ownerId: string): string => `quintet.assistants.prompts.${ownerId}`;

/** What this person kept in this browser before prompts lived on the server; the last saved first. */
export function browserPrompts(ownerId: string): readonly BrowserPrompt[] {
  try {
    return readPrompts(JSON.parse(localStorage.getItem(keyOf(ownerId)) ?? '[]'));
  } catch {
    return [];
  }
}

/** Keeps what is left of them here; nothing is left behind when none is. */
export function keepInBrowser(ownerId: string, prompts: readonly BrowserPrompt[]): void {
  try {
    if (prompts.length === 0) localStorage.removeItem(keyOf(ownerId));
    else localStorage.setItem(keyOf(ownerId), JSON.stringify(prompts));
  } catch {
    // The server leaves out what it has already.
  }
}
