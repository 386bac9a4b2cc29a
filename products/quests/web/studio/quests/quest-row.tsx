import { Box, Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '#platform/web';
import type { AuthorQuest } from '../../../contract/index.ts';
import { AverageStars, Cover, Word } from '../../pieces/index.ts';
import { studioTexts } from '../texts.ts';
import { QuestMarks } from './quest-marks.tsx';
import { StateChip } from './state-chip.tsx';

/** One of the author's quests: the whole card leads to its editor. */
export function QuestRow({ quest }: { readonly quest: AuthorQuest }): ReactNode {
  const t = useText(studioTexts);
  return (
    <Card
      component="article"
      sx={{ position: 'relative', display: 'flex', '&:hover': { borderColor: 'text.secondary' } }}
    >
      <Cover
        cover={quest.cover}
        ratio="1 / 1"
        sizes="160px"
        sx={{
          width: { xs: 96, sm: 140 },
          flexShrink: 0,
          position: 'relative',
          '& img': { position: 'absolute', inset: 0 },
        }}
      />
      <Box sx={{ p: { xs: 1.5, sm: 2 }, minWidth: 0, flexGrow: 1 }}>
        <Typography variant="h3" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          <Box
            component={Link}
            to={`/studio/${quest.id}`}
            sx={{
              color: 'inherit',
              textDecoration: 'none',
              '&::after': { content: '""', position: 'absolute', inset: 0 },
            }}
          >
            {quest.title}
          </Box>
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.25 }}>
          <Word word={quest.city} /> · <Word word={quest.category} /> ·{' '}
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {t('list.points', { count: quest.point_count })}
          </Box>
        </Typography>
        <Stack direction="row" useFlexGap sx={{ flexWrap: 'wrap', gap: 1, alignItems: 'center', mt: 1 }}>
          <StateChip state={quest.state} />
          <QuestMarks quest={quest} />
        </Stack>
        {quest.finished_count === 0 && quest.rating.count === 0 ? null : (
          <Stack direction="row" useFlexGap sx={{ gap: 1.5, flexWrap: 'wrap', mt: 1, typography: 'body2' }}>
            {quest.rating.count === 0 ? null : <AverageStars rating={quest.rating} />}
            <Box component="span" sx={{ color: 'text.secondary' }}>
              {t('list.finished', { count: quest.finished_count })}
            </Box>
          </Stack>
        )}
      </Box>
    </Card>
  );
}
