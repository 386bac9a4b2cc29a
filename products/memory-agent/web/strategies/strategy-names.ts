import { useCallback } from 'react';
import { useText } from '#platform/web';
import { memoryTexts } from '../texts.ts';

const known = ['contextual', 'lexical', 'temporal', 'people', 'thematic', 'semantic'] as const;

const isKnown = (id: string): id is (typeof known)[number] => known.some((name) => name === id);

/** The ids of the strategies the interface can explain. */
export const knownStrategies: readonly string[] = known;

/** Names of strategies for people; one the interface does not know keeps its id. */
export function useStrategyName(): (id: string) => string {
  const t = useText(memoryTexts);
  return useCallback((id) => (isKnown(id) ? t(`strategies.name.${id}`) : id), [t]);
}

/** What a strategy does, in a sentence or two; nothing for unknown ones. */
export function useStrategyText(): (id: string) => string | undefined {
  const t = useText(memoryTexts);
  return useCallback((id) => (isKnown(id) ? t(`strategies.about.${id}`) : undefined), [t]);
}
