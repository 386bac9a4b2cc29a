import type { Prompt } from '../../../contract/index.ts';
import { type Answers, type Asked, nothing, page, refusal } from '../../render.fixture.tsx';

export const me = '00000000-0000-7000-8000-00000000aaaa';
export const company = '00000000-0000-7000-8000-00000000cccc';
const at = '2026-11-21T10:00:00.000Z';
const ids = Array.from({ length: 6 }, (_, nth) => `00000000-0000-7000-8000-00000000f00${nth}`);

export const kept = (title: string, more: Partial<Prompt> = {}): Prompt => ({
  id: ids[0] ?? '',
  title,
  text: `Text of ${title}`,
  role: null,
  shared: false,
  can_change: true,
  author_id: me,
  version: 1,
  used_at: null,
  created_at: at,
  updated_at: at,
  ...more,
});

/** Answers about prompts that remember, each with an id of its own. */
export function promptServer(...before: readonly Prompt[]) {
  let items: readonly Prompt[] = before.map((prompt, nth) => ({ ...prompt, id: ids[nth] ?? '' }));
  let dropped: readonly Prompt[] = [];
  const answers: Record<string, Answers[string]> = {
    'GET /api/assistants/prompts': ({ query }) => {
      const q = (query.get('q') ?? '').toLowerCase();
      const shared = query.get('shared');
      return page(
        ...items
          .filter(({ title, text }) => `${title} ${text}`.toLowerCase().includes(q))
          .filter((prompt) => shared === null || String(prompt.shared) === shared),
      );
    },
    'POST /api/assistants/prompts': ({ body }) => {
      const made = kept('', { ...Object(body), id: ids.find((id) => items.every((one) => one.id !== id)) });
      items = [made, ...items];
      return made;
    },
  };
  for (const id of ids) {
    const path = `/api/assistants/prompts/${id}`;
    const found = (): Prompt | undefined => items.find((prompt) => prompt.id === id);
    answers[`GET ${path}`] = () => found() ?? refusal(404, 'assistants.prompt_not_found');
    answers[`PUT ${path}`] = ({ body }: Asked) => {
      const [now, { base_version, ...fields }] = [found(), Object(body)];
      if (now === undefined) return refusal(404, 'assistants.prompt_not_found');
      if (now.version !== base_version) return refusal(409, 'assistants.prompt_changed');
      const changed: Prompt = { ...now, ...fields, version: now.version + 1 };
      items = items.map((prompt) => (prompt.id === id ? changed : prompt));
      return changed;
    };
    answers[`DELETE ${path}`] = () => {
      dropped = [...items.filter((prompt) => prompt.id === id), ...dropped];
      items = items.filter((prompt) => prompt.id !== id);
      return nothing();
    };
    answers[`POST ${path}/restore`] = () => {
      const back = dropped.find((prompt) => prompt.id === id);
      if (back === undefined) return refusal(404, 'assistants.prompt_not_found');
      items = [back, ...items];
      return back;
    };
    answers[`POST ${path}/used`] = nothing;
  }
  return {
    answers,
    /** What others did in the meantime. */
    put: (next: readonly Prompt[]): void => {
      items = next;
    },
    get items() {
      return items;
    },
  };
}
