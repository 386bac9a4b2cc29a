import AutoStoriesOutlined from '@mui/icons-material/AutoStoriesOutlined';
import CloudOffRounded from '@mui/icons-material/CloudOffRounded';
import InfoOutlined from '@mui/icons-material/InfoOutlined';
import { Box, Chip, IconButton, Popover, Tooltip, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useLanguage, useText } from '#platform/web';
import type { AnswerFacts as Facts } from '../../../contract/index.ts';
import { workspaceTexts } from '../texts.ts';
import { useSeconds } from './use-seconds.ts';

interface FactProps {
  readonly term: string;
  readonly value: string;
}

function Fact({ term, value }: FactProps): ReactNode {
  return (
    <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 3 }}>
      <Typography variant="caption" component="dt" sx={{ color: 'text.secondary' }}>
        {term}
      </Typography>
      <Typography variant="caption" component="dd" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
        {value}
      </Typography>
    </Box>
  );
}

export type AnswerFactsProps = Pick<
  Facts,
  | 'model'
  | 'offline'
  | 'memories_used'
  | 'input_tokens'
  | 'output_tokens'
  | 'cost'
  | 'currency'
  | 'processing_time_ms'
>;

/** How an answer came about: model, time, tokens, cost, and what was remembered. */
export function AnswerFacts(facts: AnswerFactsProps): ReactNode {
  const t = useText(workspaceTexts);
  const language = useLanguage();
  const seconds = useSeconds();
  const titleId = useId();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const number = new Intl.NumberFormat(language);
  const money = (): string => {
    try {
      const format = { style: 'currency', currency: facts.currency, maximumFractionDigits: 4 } as const;
      return new Intl.NumberFormat(language, format).format(facts.cost);
    } catch {
      return `${number.format(facts.cost)} ${facts.currency}`;
    }
  };
  return (
    <Box
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1, color: 'text.secondary' }}
    >
      {facts.offline ? (
        <Tooltip title={t('answer.offline_help')}>
          <Chip size="small" variant="outlined" icon={<CloudOffRounded />} label={t('answer.offline')} />
        </Tooltip>
      ) : null}
      {facts.memories_used > 0 ? (
        <Tooltip title={t('answer.memories_help')}>
          <Chip
            size="small"
            variant="outlined"
            icon={<AutoStoriesOutlined />}
            label={t('answer.memories', { count: facts.memories_used })}
          />
        </Tooltip>
      ) : null}
      <Box sx={{ display: 'flex', alignItems: 'center', columnGap: 1 }}>
        <Typography variant="caption">{seconds(facts.processing_time_ms)}</Typography>
        <IconButton
          size="small"
          aria-label={t('answer.facts')}
          aria-haspopup="dialog"
          onClick={({ currentTarget }) => setAnchor(currentTarget)}
          sx={{ color: 'inherit', ml: -0.75 }}
        >
          <InfoOutlined sx={{ fontSize: 17 }} />
        </IconButton>
      </Box>
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
            sx: { p: 2, minWidth: 240, maxWidth: 340 },
          },
        }}
      >
        <Typography id={titleId} variant="h4" component="h3" sx={{ mb: 1 }}>
          {t('answer.facts')}
        </Typography>
        <Box component="dl" sx={{ m: 0, display: 'grid', gap: 0.75 }}>
          <Fact term={t('fact.model')} value={facts.model ?? t('fact.no_model')} />
          <Fact term={t('fact.time')} value={seconds(facts.processing_time_ms)} />
          {facts.offline ? null : (
            <>
              <Fact term={t('fact.input')} value={number.format(facts.input_tokens)} />
              <Fact term={t('fact.output')} value={number.format(facts.output_tokens)} />
              {facts.cost > 0 ? <Fact term={t('fact.cost')} value={money()} /> : null}
            </>
          )}
          <Fact term={t('fact.memories')} value={number.format(facts.memories_used)} />
        </Box>
      </Popover>
    </Box>
  );
}
