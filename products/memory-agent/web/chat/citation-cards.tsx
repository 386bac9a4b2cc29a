import { Box, Card, CardActionArea, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { RelativeTime, useText, visuallyHidden } from '#platform/web';
import type { Citation } from '../../contract/index.ts';
import { LevelDot } from '../levels/level-mark.tsx';
import { browsePath } from '../paths.ts';
import { memoryTexts } from '../texts.ts';

const cardSx = { height: '100%', p: 1.5, display: 'grid', gap: 0.5, alignContent: 'start' };

function CitationCard({ citation }: { readonly citation: Citation }): ReactNode {
  const t = useText(memoryTexts);
  const { marker, level, excerpt, occurred_at: occurredAt } = citation;
  // Deleted for good: there is nothing to lead to.
  const isGone = excerpt === '';
  const words = (
    <>
      <Box
        sx={{
          display: 'flex',
          alignItems: 'center',
          gap: 0.75,
          typography: 'caption',
          color: 'text.secondary',
        }}
      >
        <Box component="span" sx={{ fontWeight: 650, color: 'primary.main' }}>
          <Box component="span" sx={visuallyHidden}>
            {t('answer.source_word')}{' '}
          </Box>
          {marker}
        </Box>
        <LevelDot level={level} size={8} />
        <span>{t(`level_short.${level}`)}</span>
        {occurredAt === null ? null : (
          <Box component="span" sx={{ ml: 'auto' }}>
            <RelativeTime value={occurredAt} />
          </Box>
        )}
      </Box>
      <Typography
        variant="body2"
        dir="auto"
        sx={{
          overflowWrap: 'anywhere',
          display: '-webkit-box',
          WebkitLineClamp: 3,
          WebkitBoxOrient: 'vertical',
          overflow: 'hidden',
        }}
      >
        {isGone ? <em>{t('answer.source_gone')}</em> : excerpt}
      </Typography>
    </>
  );
  return (
    <Card sx={{ height: '100%', bgcolor: 'background.default' }}>
      {isGone ? (
        <Box sx={cardSx}>{words}</Box>
      ) : (
        <CardActionArea component={Link} to={browsePath(citation.node_id)} sx={cardSx}>
          {words}
        </CardActionArea>
      )}
    </Card>
  );
}

/** The memories an answer stands on, each leading to itself. */
export function CitationCards({ citations }: { readonly citations: readonly Citation[] }): ReactNode {
  const t = useText(memoryTexts);
  if (citations.length === 0) return null;
  return (
    <Box
      component="ul"
      aria-label={t('answer.sources')}
      sx={{
        listStyle: 'none',
        m: 0,
        p: 0,
        display: 'grid',
        gap: 1,
        gridTemplateColumns: { xs: '1fr', sm: 'repeat(auto-fill, minmax(240px, 1fr))' },
      }}
    >
      {citations.map((citation) => (
        <Box component="li" key={citation.marker} sx={{ minWidth: 0 }}>
          <CitationCard citation={citation} />
        </Box>
      ))}
    </Box>
  );
}
