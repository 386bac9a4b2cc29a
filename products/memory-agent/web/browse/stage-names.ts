import { useCallback } from 'react';
import { useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';

const known = [
  'lexical',
  'neighbours',
  'session',
  'latent',
  'embedding',
  'drill_down',
  'participant',
  'temporal',
  'recency',
  'importance',
  'access',
  'bound',
  'rerank',
  'catch_up',
  'analyze',
  'context',
  'dense',
  'boosts',
  'select',
  'fetch',
] as const;

const isKnown = (stage: string): stage is (typeof known)[number] => known.some((name) => name === stage);

/** Names of the stages of a recall for people; unknown ones keep theirs. */
export function useStageName(): (stage: string) => string {
  const t = useText(memoryTexts);
  return useCallback((stage) => (isKnown(stage) ? t(`recall.stage.${stage}`) : stage), [t]);
}
