import { Alert, Box, Chip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useLocalized, useText } from '#platform/web';
import type { KnowledgeDocument } from '../../../contract/index.ts';
import { ProgressBar } from '../../pieces/progress-bar.tsx';
import { knowledgeTexts } from '../texts.ts';

const colors = { waiting: 'default', reading: 'info', ready: 'success', refused: 'warning' } as const;

/** How far a document is, in a word. */
export function StateChip({ document }: { readonly document: KnowledgeDocument }): ReactNode {
  const t = useText(knowledgeTexts);
  const { status, progress } = document;
  const label =
    status === 'reading' && progress > 0
      ? t('document.reading', { percent: Math.round(progress * 100) })
      : t(`document.state.${status}`);
  return <Chip size="small" variant="outlined" color={colors[status]} label={label} />;
}

/** What hinders a document, or goes on with it; nothing when all is well. */
export function DocumentTrouble({ document }: { readonly document: KnowledgeDocument }): ReactNode {
  const t = useText(knowledgeTexts);
  const localized = useLocalized();
  const { name, status, progress, fault, warnings, chunks } = document;
  if (status === 'waiting' || status === 'reading') {
    return (
      <ProgressBar
        label={`${name}: ${t(`document.state.${status}`)}`}
        share={progress > 0 ? progress : null}
      />
    );
  }
  if (status === 'refused') {
    return (
      <Alert severity="warning" variant="outlined" sx={{ py: 0.25 }}>
        {fault === null ? t('document.fault') : localized(fault)}
        {chunks > 0 ? ` ${t('document.kept')}` : ''}
      </Alert>
    );
  }
  if (warnings.length === 0) return null;
  return (
    <Box component="details" sx={{ typography: 'body2', color: 'text.secondary' }}>
      <Box component="summary" sx={{ cursor: 'pointer' }}>
        {t('document.warnings', { count: warnings.length })}
      </Box>
      <Box component="ul" sx={{ my: 0.5, pl: 2.5 }}>
        {warnings.map((warning) => (
          <Typography key={warning.en} component="li" variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {localized(warning)}
          </Typography>
        ))}
      </Box>
    </Box>
  );
}
