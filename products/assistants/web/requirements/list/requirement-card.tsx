import { Box, Chip, Stack, Typography } from '@mui/material';
import { memo, type ReactNode, useState } from 'react';
import { useLocalized, useText } from '#platform/web';
import type { Requirement } from '../../../contract/index.ts';
import { requirementsTexts } from '../texts.ts';
import { useNames } from './names.ts';
import { Parts } from './parts.tsx';
import { Rewording } from './rewording.tsx';
import { Score } from './score.tsx';
import { Sentence } from './sentence.tsx';
import { severityLooks } from './severity.ts';

interface FindingsProps {
  readonly requirement: Requirement;
  readonly onPoint: (index: number | null) => void;
}

function Findings({ requirement: { id, findings }, onPoint }: FindingsProps): ReactNode {
  const t = useText(requirementsTexts);
  const localized = useLocalized();
  const placed = findings.map((finding, index) => ({ finding, index }));
  return (
    <Box
      component="ol"
      aria-label={t('list.findings', { id })}
      sx={{ listStyle: 'none', m: 0, mt: 1.25, p: 0, display: 'grid', gap: 0.75 }}
    >
      {placed.map(({ finding: { key, severity, message, hint }, index }) => {
        const { icon: Icon, color } = severityLooks[severity];
        return (
          <Box
            component="li"
            key={`${key}:${index}`}
            onMouseEnter={() => onPoint(index)}
            onMouseLeave={() => onPoint(null)}
            sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', fontSize: '0.875rem' }}
          >
            <Icon fontSize="small" sx={{ color, mt: '1px' }} aria-hidden />
            <Box sx={{ minWidth: 0 }}>
              <Box component="span" sx={{ color, fontWeight: 600 }}>
                {`${index + 1}. ${t(`severity.${severity}`)}: `}
              </Box>
              <Box component="span" sx={{ overflowWrap: 'anywhere' }}>
                {localized(message)}
              </Box>{' '}
              <Box component="span" sx={{ color: 'text.secondary' }}>
                {localized(hint)}
              </Box>
            </Box>
          </Box>
        );
      })}
    </Box>
  );
}

export interface RequirementCardProps {
  readonly requirement: Requirement;
  /** Somebody asked to see just this one. */
  readonly isShown: boolean;
}

/** One requirement: what it is, how good it is, and what is weak about its words. */
export const RequirementCard = memo(function RequirementCard({
  requirement,
  isShown,
}: RequirementCardProps): ReactNode {
  const t = useText(requirementsTexts);
  const { typeOf, characteristicOf, obligationOf } = useNames();
  const [pointed, setPointed] = useState<number | null>(null);
  const { id, numbered, source, type, characteristic, obligation, findings, score } = requirement;
  const place = [
    numbered ? null : t('list.made_id'),
    source.page === null ? null : t('list.page', { page: source.page }),
    source.line === null ? null : t('list.line', { line: source.line }),
    ...source.path.slice(-1),
  ].filter((part) => part !== null);
  return (
    <Box
      component="article"
      aria-label={id}
      sx={{
        border: 1,
        borderColor: isShown ? 'primary.main' : 'divider',
        borderRadius: '12px',
        p: { xs: 1.5, sm: 2 },
        bgcolor: 'background.paper',
      }}
    >
      <Stack direction="row" spacing={0.75} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
        <Typography component="h3" sx={{ fontWeight: 650, fontSize: '0.9375rem', mr: 0.5 }}>
          {id}
        </Typography>
        <Chip size="small" label={typeOf(type)} />
        {characteristic === null ? null : (
          <Chip size="small" variant="outlined" label={characteristicOf(characteristic)} />
        )}
        {type === 'not-a-requirement' ? null : (
          <>
            <Chip size="small" variant="outlined" label={obligationOf(obligation)} />
            <Score score={score} />
          </>
        )}
      </Stack>
      <Sentence requirement={requirement} pointed={pointed} />
      {findings.length === 0 ? null : <Findings requirement={requirement} onPoint={setPointed} />}
      <Rewording requirement={requirement} />
      <Parts requirement={requirement} />
      {place.length === 0 ? null : (
        <Typography variant="caption" component="div" sx={{ color: 'text.secondary', mt: 1 }}>
          {place.join(' · ')}
        </Typography>
      )}
    </Box>
  );
});
