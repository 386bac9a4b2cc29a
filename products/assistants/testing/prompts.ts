import * as contract from '../contract/index.ts';
import type { Companies, Someone } from './companies.ts';

/** Where a call is made: headers with the company, or without for a personal space. */
export type PromptPlace = ReturnType<Companies['at']>;
export type PromptInput = Record<string, unknown>;

/** Calls about prompts, in the company unless told otherwise. */
export function promptCalls(at: () => PromptPlace) {
  const make = (who: Someone, title: string, more: PromptInput = {}, place: PromptPlace = at()) =>
    who.call(contract.createPrompt, {
      ...place,
      body: { title, text: `Проверь {{модуль}}: ${title}`, ...more },
    });
  return {
    make,
    made: async (...input: Parameters<typeof make>): Promise<contract.Prompt> =>
      (await make(...input)).reply(),
    change(who: Someone, prompt: contract.Prompt, more: PromptInput = {}, place: PromptPlace = at()) {
      const { id, title, text, role, shared, version: base_version } = prompt;
      return who.call(contract.changePrompt, {
        ...place,
        params: { id },
        body: { title, text, role, shared, base_version, ...more },
      });
    },
    on: ({ id }: { readonly id: string }, place: PromptPlace = at()) => ({ ...place, params: { id } }),
    async titles(
      who: Someone,
      query: PromptInput = {},
      place: PromptPlace = at(),
    ): Promise<readonly string[]> {
      const found = await who.call(contract.listPrompts, { ...place, query: { limit: 100, ...query } });
      return found.reply().items.map(({ title }) => title);
    },
  };
}
