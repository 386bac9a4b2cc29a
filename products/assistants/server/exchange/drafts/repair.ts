import type { Llm } from '#capabilities/llm/server';
import { repairPrompt, repairSystem } from '../prompt.rules.ts';
import type { Question } from '../question.ts';
import type { CheckDraft, CheckedBlock } from './check-draft.ts';

/** A block as it is shown. */
export interface ShownBlock {
  readonly text: string;
  /** What is still wrong; empty for a sound block. */
  readonly faults: readonly string[];
  readonly inputTokens: number;
  readonly outputTokens: number;
}

const mostTokens = 4_000;
const fenced = /```[^\n`]*\n([\s\S]*?)```/;

/** One round of repair: shows the model what the check found and takes its second draft when that one is sound. */
export function createRepair({ llm, check }: { readonly llm: Llm; readonly check: CheckDraft }) {
  return async (
    question: Question,
    block: { readonly label: string; readonly code: string; readonly raw: string },
    { kind, faults }: CheckedBlock,
  ): Promise<ShownBlock> => {
    const answer = await llm.answer(
      {
        system: repairSystem,
        messages: [{ role: 'user', content: repairPrompt(kind, block.code, faults) }],
        maxOutputTokens: mostTokens,
        temperature: 0.1,
      },
      { owner: question.workspace.userId, component: 'assistants_repair', signal: question.signal },
    );
    const used = answer.offline ? { inputTokens: 0, outputTokens: 0 } : answer.usage;
    const code = answer.offline ? undefined : fenced.exec(answer.text)?.[1];
    const { workspace, locale, signal } = question;
    const again =
      code === undefined
        ? undefined
        : await check({ label: block.label, code }, { owner: workspace.userId, locale, signal });
    if (code === undefined || again === undefined || again.faults.length > 0)
      return { text: block.raw, faults: again?.faults ?? faults, ...used };
    const label = block.label === '' ? (kind === 'code' ? 'bsl' : 'sdbl') : block.label;
    return { text: `\`\`\`${label}\n${code.trimEnd()}\n\`\`\`\n`, faults: [], ...used };
  };
}
