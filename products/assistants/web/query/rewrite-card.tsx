import CheckCircleOutlineRounded from '@mui/icons-material/CheckCircleOutlineRounded';
import LightbulbOutlined from '@mui/icons-material/LightbulbOutlined';
import { Alert, Box, Button, Link, Stack, Typography } from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import { useLocalized, useText } from '#platform/web';
import type { QueryFinding } from '../../contract/index.ts';
import { replacedLines } from '../pieces/diff.rules.ts';
import { DiffView } from '../pieces/diff-view.tsx';
import { queryTexts } from './texts.ts';

export interface RewriteCardProps {
  readonly finding: QueryFinding;
  readonly onShow: () => void;
  /** Left out: the rewrite cannot be made by itself. */
  readonly onApply?: (() => void) | undefined;
}

/** One thing to improve: why, by which standard, and how. */
export function RewriteCard({ finding, onShow, onApply }: RewriteCardProps): ReactNode {
  const t = useText(queryTexts);
  const localized = useLocalized();
  const { safe, reason, standard, range, before, after, assumes, code } = finding;
  const lines = useMemo(() => (after === null ? [] : replacedLines(before, after)), [before, after]);
  const Icon = safe ? CheckCircleOutlineRounded : LightbulbOutlined;
  return (
    <Box sx={{ border: 1, borderColor: 'divider', borderRadius: '12px', p: 2, bgcolor: 'background.paper' }}>
      <Stack
        direction="row"
        spacing={1}
        sx={{ alignItems: 'center', color: safe ? 'success.main' : 'warning.main' }}
      >
        <Icon fontSize="small" aria-hidden />
        <Typography variant="body2" sx={{ fontWeight: 600 }}>
          {t(safe ? 'rewrite.safe' : 'rewrite.advice')}
        </Typography>
      </Stack>
      <Typography sx={{ mt: 0.75, overflowWrap: 'anywhere' }}>{localized(reason)}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
        {`${t('rewrite.line', { line: range.start.line + 1 })} · ${code} · `}
        <Link href={standard.url} target="_blank" rel="noreferrer">
          {t('rewrite.standard', { number: standard.number })}
        </Link>
      </Typography>
      {assumes === null ? null : (
        <Alert severity="info" sx={{ mt: 1.25 }}>
          {t('rewrite.assumes', { text: localized(assumes) })}
        </Alert>
      )}
      {lines.length === 0 ? null : (
        <Box sx={{ mt: 1.25 }}>
          <DiffView lines={lines} label={t('rewrite.diff')} maxHeight="260px" />
        </Box>
      )}
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', mt: 1.25 }}>
        {onApply === undefined ? null : (
          <Button size="small" variant="contained" onClick={onApply}>
            {t('rewrite.apply')}
          </Button>
        )}
        <Button size="small" color="inherit" onClick={onShow}>
          {t('rewrite.show')}
        </Button>
      </Stack>
    </Box>
  );
}
