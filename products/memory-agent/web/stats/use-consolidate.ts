import { useEffect } from 'react';
import { type Translate, useNotice, useSend, useText } from '#platform/web';
import { consolidate, memoryGraph, memoryStats, searchMemory } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';
import { useConsolidationStore } from './consolidation-store.ts';

type Text = typeof memoryTexts extends { readonly english?: infer English } ? Translate<English> : never;

export interface Outcome {
  readonly status: 'completed' | 'already_running' | 'nothing_to_do';
  readonly l0_to_l1?: number;
  readonly l1_to_l2?: number;
  readonly l2_to_l3?: number;
}

/** After so long without news of a run somebody else started, its end was missed; in milliseconds. */
const longestSilence = 30_000;

const say = (t: Text, outcome: Outcome): string =>
  outcome.status === 'completed'
    ? t('consolidation.completed', {
        episodes: outcome.l0_to_l1 ?? 0,
        facts: outcome.l1_to_l2 ?? 0,
        themes: outcome.l2_to_l3 ?? 0,
      })
    : t(`consolidation.${outcome.status}`);

export interface Consolidation {
  readonly running: boolean;
  readonly outcome: Outcome | null;
  readonly error: unknown;
  start(): void;
}

/** Starts a consolidation and tells how it ended. */
export function useConsolidate(): Consolidation {
  const t = useText(memoryTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const progress = useConsolidationStore((state) => state.progress);
  const forget = useConsolidationStore((state) => state.forget);
  const send = useSend(consolidate, {
    invalidates: [memoryStats, searchMemory, memoryGraph],
    onSuccess: (outcome) =>
      outcome.status === 'completed' ? notice.success(say(t, outcome)) : notice.info(say(t, outcome)),
    onError: (problem) => notice.error(problem, refusals),
  });
  const elsewhere = progress !== null && progress.phase !== 'finished' && progress.phase !== 'failed';
  useEffect(() => {
    if (!elsewhere || send.isPending || progress === null) return undefined;
    const timer = setTimeout(forget, longestSilence);
    return () => clearTimeout(timer);
  }, [elsewhere, send.isPending, progress, forget]);
  return {
    running: send.isPending || elsewhere,
    outcome: send.data ?? null,
    error: send.error,
    start() {
      forget();
      send.mutate({});
    },
  };
}
