import { create } from 'zustand';
import { mostPrompts, type Prompt, readPrompts } from './prompt.rules.ts';

interface PromptState {
  readonly ownerId: string | null;
  readonly prompts: readonly Prompt[];
  /** Reads what this person keeps in this browser. */
  own(ownerId: string): void;
  save(prompt: Prompt): void;
  remove(id: string): void;
}

const keyOf = (ownerId: string): string => `quintet.assistants.prompts.${ownerId}`;

function read(ownerId: string): readonly Prompt[] {
  try {
    return readPrompts(JSON.parse(localStorage.getItem(keyOf(ownerId)) ?? '[]'));
  } catch {
    return [];
  }
}

/** A person's own prompts, kept in this browser. */
export const usePromptStore = create<PromptState>()((set, get) => {
  const keep = (prompts: readonly Prompt[]): void => {
    set({ prompts });
    const { ownerId } = get();
    if (ownerId === null) return;
    try {
      localStorage.setItem(keyOf(ownerId), JSON.stringify(prompts));
    } catch {
      // Private windows may refuse; they then last as long as the page.
    }
  };
  return {
    ownerId: null,
    prompts: [],
    own: (ownerId) => {
      if (get().ownerId !== ownerId) set({ ownerId, prompts: read(ownerId) });
    },
    save: (prompt) => {
      const others = get().prompts.filter(({ id }) => id !== prompt.id);
      keep([prompt, ...others].slice(0, mostPrompts));
    },
    remove: (id) => keep(get().prompts.filter((prompt) => prompt.id !== id)),
  };
});
