import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { RelativeTime, useText } from '#platform/web';
import type { ModerationCaseDetail } from '../../contract/index.ts';
import { moderationTexts } from '../texts.ts';

/** What reporters wrote and what was done so far. */
export function CaseHistory({ found }: { readonly found: ModerationCaseDetail }): ReactNode {
  const t = useText(moderationTexts);
  const comments = found.comments.map((text, place) => ({ text, key: `${place} ${text}` }));
  return (
    <>
      {comments.length === 0 ? null : (
        <section>
          <Typography variant="h3">{t('comments')}</Typography>
          <Box component="ul" sx={{ pl: 2.5, my: 1, overflowWrap: 'anywhere' }}>
            {comments.map(({ key, text }) => (
              <li key={key}>{text}</li>
            ))}
          </Box>
        </section>
      )}
      <section>
        <Typography variant="h3">{t('history')}</Typography>
        <Box component="ol" sx={{ pl: 2.5, my: 1, color: 'text.secondary' }}>
          {found.history.map(({ act, happened_at: at, actor_id: actor, note }) => (
            <li key={`${at} ${act} ${actor}`}>
              {t(`act.${act}`)} <RelativeTime value={at} />
              {actor === null ? '' : ` · ${t('moderator')} ${actor.slice(-6)}`}
              {note === null ? '' : ` · ${note}`}
            </li>
          ))}
        </Box>
      </section>
    </>
  );
}
