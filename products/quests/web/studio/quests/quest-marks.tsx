import { Chip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { RelativeTime, useText } from '#platform/web';
import type { AuthorQuest } from '../../../contract/index.ts';
import { studioTexts } from '../texts.ts';
import { useRejectionText } from './rejection-text.ts';

/** How a quest differs from what players get: changes they do not see yet, and why it was sent back. */
export function QuestMarks({ quest }: { readonly quest: AuthorQuest }): ReactNode {
  const t = useText(studioTexts);
  const rejectionText = useRejectionText();
  const { changed, published_version, rejection, updated_at } = quest;
  const isChanged = changed && published_version !== null && quest.state !== 'in_review';
  return (
    <>
      {isChanged ? <Chip size="small" color="warning" variant="outlined" label={t('list.changed')} /> : null}
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('list.edited')} <RelativeTime value={updated_at} />
      </Typography>
      {rejection === null ? null : (
        <Typography variant="body2" sx={{ color: 'error.main', flexBasis: '100%' }}>
          {t('list.rejected', { reason: rejectionText(rejection) })}
        </Typography>
      )}
    </>
  );
}
