import { Box, Card, CardContent, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage, useText } from '#platform/web';
import type { FoundQuest, QuestCard as QuestCardData } from '../../contract/index.ts';
import { Cover } from './cover.tsx';
import { Difficulty } from './difficulty.tsx';
import { Marked } from './marked.tsx';
import { lengthText } from './measures.rules.ts';
import { Duration, Length, Price } from './measures.tsx';
import { AverageStars } from './stars.tsx';
import { piecesTexts } from './texts.ts';
import { Word } from './word.tsx';

interface QuestCardProps {
  readonly quest: QuestCardData;
  readonly highlight?: FoundQuest['highlight'];
  /** Metres from the person. */
  readonly distance?: number | null;
  /** One line above the facts: why it is shown here. */
  readonly because?: ReactNode;
  /** A small control over the picture (favourite). */
  readonly action?: ReactNode;
  /** Where it leads; default the quest's page. */
  readonly to?: string;
  readonly headingLevel?: 'h2' | 'h3';
}

/** A quest in a list: the whole card is its link. */
export function QuestCard(props: QuestCardProps): ReactNode {
  const { quest, highlight, distance = null, because, action, to, headingLevel = 'h3' } = props;
  const t = useText(piecesTexts);
  const language = useLanguage();
  return (
    <Card
      component="article"
      sx={{
        position: 'relative',
        height: '100%',
        display: 'flex',
        flexDirection: 'column',
        '&:hover': { borderColor: 'text.secondary' },
      }}
    >
      <Cover cover={quest.cover} sizes="(max-width: 600px) 100vw, 360px" />
      <CardContent
        sx={{
          display: 'flex',
          flexDirection: 'column',
          gap: 0.75,
          flexGrow: 1,
          p: 2,
          '&:last-child': { pb: 2 },
        }}
      >
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          <Word word={quest.category} /> · <Word word={quest.city} />
        </Typography>
        <Typography variant="h3" component={headingLevel} sx={{ overflowWrap: 'anywhere' }}>
          <Box
            component={Link}
            to={to ?? `/quests/${quest.id}`}
            sx={{
              color: 'inherit',
              textDecoration: 'none',
              '&::after': { content: '""', position: 'absolute', inset: 0 },
            }}
          >
            <Marked text={quest.title} marks={highlight?.title ?? []} />
          </Box>
        </Typography>
        {because === undefined ? null : (
          <Typography variant="body2" sx={{ color: 'primary.main' }}>
            {because}
          </Typography>
        )}
        <Typography
          variant="body2"
          sx={{
            color: 'text.secondary',
            display: '-webkit-box',
            WebkitLineClamp: 2,
            WebkitBoxOrient: 'vertical',
            overflow: 'hidden',
          }}
        >
          {highlight?.excerpt ? (
            <Marked text={highlight.excerpt.text} marks={highlight.excerpt.marks} />
          ) : (
            quest.summary
          )}
        </Typography>
        <Stack
          direction="row"
          useFlexGap
          sx={{ flexWrap: 'wrap', columnGap: 1.5, rowGap: 0.25, fontSize: '0.875rem', alignItems: 'center' }}
        >
          <AverageStars rating={quest.rating} />
          <span>
            <Duration minutes={quest.duration_minutes} />
          </span>
          <span>
            <Length metres={quest.length_metres} />
          </span>
          <Difficulty level={quest.difficulty} />
        </Stack>
        <Stack direction="row" sx={{ mt: 'auto', pt: 0.5, justifyContent: 'space-between', gap: 1 }}>
          <Typography sx={{ fontWeight: 650 }}>
            <Price price={quest.price} />
          </Typography>
          {distance === null ? null : (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('away', { distance: lengthText(distance, language) })}
            </Typography>
          )}
        </Stack>
      </CardContent>
      {action === undefined ? null : (
        <Box sx={{ position: 'absolute', top: 8, right: 8, zIndex: 1 }}>{action}</Box>
      )}
    </Card>
  );
}
