import type { RunEngine } from '../../engines/engines.ts';
import { kindOf } from '../routing/material.rules.ts';

/** A block of code of an answer, looked at. */
export interface CheckedBlock {
  readonly kind: 'code' | 'query';
  /** What is wrong, each with its line; empty for a sound block. */
  readonly faults: readonly string[];
}

/** Checks a block by its label, or by its look when it has none; undefined for what is neither BSL nor a query. */
export type CheckDraft = (
  block: { readonly label: string; readonly code: string },
  call: { readonly owner: string; readonly locale: 'ru' | 'en'; readonly signal?: AbortSignal | undefined },
) => Promise<CheckedBlock | undefined>;

const queryLabels = new Set(['sdbl', 'query']);
const codeLabels = new Set(['bsl', '1c', '1с', 'os']);

function languageOf({ label, code }: Parameters<CheckDraft>[0]): CheckedBlock['kind'] | undefined {
  const looks = label === '' ? kindOf(code) : undefined;
  if (queryLabels.has(label) || looks === 'query') return 'query';
  return codeLabels.has(label) || looks === 'code' ? 'code' : undefined;
}

export function createCheckDraft(run: RunEngine): CheckDraft {
  return async (block, { owner, locale, signal }) => {
    const kind = languageOf(block);
    if (kind === undefined) return undefined;
    return { kind, faults: await run('checkBlock', { kind, code: block.code, locale }, { owner, signal }) };
  };
}
