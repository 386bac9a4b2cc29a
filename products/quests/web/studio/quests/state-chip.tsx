import { Chip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { QuestDraft } from '../../../contract/index.ts';
import { studioTexts } from '../texts.ts';

const colors = { draft: 'default', in_review: 'info', published: 'success', archived: 'default' } as const;

/** Where a quest is on its way to players. */
export function StateChip({ state }: { readonly state: QuestDraft['state'] }): ReactNode {
  const t = useText(studioTexts);
  return (
    <Chip
      size="small"
      label={t(`state.${state}`)}
      color={colors[state]}
      variant={state === 'archived' ? 'outlined' : 'filled'}
    />
  );
}
