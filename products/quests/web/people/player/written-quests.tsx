import { Box, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { CursorList, useCursorList, useText } from '#platform/web';
import { listQuests } from '../../../contract/index.ts';
import { QuestCard } from '../../pieces/index.ts';
import { peopleTexts } from '../texts.ts';

/** Published quests of an author; of somebody who has none, only on their own page. */
export function WrittenQuests({
  authorId,
  own,
}: {
  readonly authorId: string;
  readonly own: boolean;
}): ReactNode {
  const t = useText(peopleTexts);
  const headingId = useId();
  const list = useCursorList(listQuests, { query: { author_id: authorId, sort: 'new', limit: 12 } });
  if (!own && !list.isPending && list.error === null && list.items.length === 0) return null;
  return (
    <section aria-labelledby={headingId}>
      <Typography variant="h2" id={headingId} sx={{ mb: 1.5 }}>
        {t('player.written_title')}
      </Typography>
      <Box sx={{ '& ul': { gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))' } }}>
        <CursorList
          list={list}
          keyOf={({ id }) => id}
          label={t('player.written_title')}
          empty={<Typography sx={{ color: 'text.secondary' }}>{t('player.written_none')}</Typography>}
        >
          {(quest) => <QuestCard quest={quest} />}
        </CursorList>
      </Box>
    </section>
  );
}
