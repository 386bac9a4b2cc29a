import { useCallback } from 'react';
import { useText } from '#platform/web';
import { known } from '../names.rules.ts';
import { projectsTexts } from '../texts.ts';

const kinds = [
  'type',
  'owner',
  'registrator',
  'handler',
  'source',
  'form',
  'subsystem',
  'role',
  'uses',
  'reference',
  'part',
  'written',
] as const;

/** Why one object depends on another, in few words. */
export function useReasonWord(): (kind: string) => string {
  const t = useText(projectsTexts);
  return useCallback(
    (kind) => {
      const word = known(kinds, kind);
      return word === undefined ? kind : t(`reason.${word}`);
    },
    [t],
  );
}
