import CloudOffRounded from '@mui/icons-material/CloudOffRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import { Box, Chip, IconButton, Popover, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useLanguage, useText } from '#platform/web';
import { useStrategyName } from '../strategies/strategy-names.ts';
import { memoryTexts } from '../texts.ts';

export interface AnswerFactsProps {
  readonly contextCount: number;
  readonly strategies: readonly string[];
  readonly milliseconds: number;
  readonly offline: boolean;
}

function Fact({ term, about }: { readonly term: ReactNode; readonly about: string }): ReactNode {
  return (
    <Box>
      <Typography variant="body2" component="dt" sx={{ fontWeight: 600 }}>
        {term}
      </Typography>
      <Typography variant="caption" component="dd" sx={{ m: 0, color: 'text.secondary' }}>
        {about}
      </Typography>
    </Box>
  );
}

/** How an answer came about: memories before the agent, strategy, time, and whether a model took part. */
export function AnswerFacts({
  contextCount,
  strategies,
  milliseconds,
  offline,
}: AnswerFactsProps): ReactNode {
  const t = useText(memoryTexts);
  const language = useLanguage();
  const nameOf = useStrategyName();
  const titleId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const seconds = t('answer.seconds', {
    value: new Intl.NumberFormat(language, { maximumFractionDigits: milliseconds < 9_950 ? 1 : 0 }).format(
      Math.max(milliseconds / 1_000, 0.1),
    ),
  });
  const memories = t('answer.memories', { count: contextCount });
  const names = strategies.map(nameOf).join(', ');
  return (
    <Box
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        alignItems: 'center',
        columnGap: 1,
        typography: 'caption',
        color: 'text.secondary',
      }}
    >
      {offline ? (
        <Chip size="small" variant="outlined" icon={<CloudOffRounded />} label={t('chat.offline')} />
      ) : null}
      <span>{[memories, names, seconds].filter((part) => part !== '').join(' · ')}</span>
      <IconButton
        size="small"
        aria-label={t('answer.facts')}
        aria-haspopup="dialog"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ color: 'inherit', minWidth: 32, minHeight: 32, ml: -0.5 }}
      >
        <InfoOutlined sx={{ fontSize: 17 }} />
      </IconButton>
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{
          paper: {
            role: 'dialog',
            'aria-labelledby': titleId,
            variant: 'outlined',
            sx: { p: 2, maxWidth: 320 },
          },
        }}
      >
        <Typography id={titleId} variant="h4" component="h3" sx={{ mb: 1 }}>
          {t('answer.facts')}
        </Typography>
        <Box component="dl" sx={{ m: 0, display: 'grid', gap: 1.25 }}>
          <Fact term={memories} about={t('answer.facts_memories')} />
          {names === '' ? null : <Fact term={names} about={t('answer.facts_strategy')} />}
          <Fact term={seconds} about={t('answer.facts_time')} />
          {offline ? <Fact term={t('chat.offline')} about={t('answer.offline_help')} /> : null}
        </Box>
      </Popover>
    </Box>
  );
}
