import { Alert, Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { PlayPoint } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';
import type { LastMove } from '../walk/use-moves.ts';

interface AnswerReportProps {
  readonly point: PlayPoint;
  readonly last: LastMove | null;
  readonly isUnjudged: boolean;
}

/** What came of the last answer, in words, for eyes and for screen readers. */
export function AnswerReport({ point, last, isUnjudged }: AnswerReportProps): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const mine =
    last !== null && last.move.kind === 'answer' && last.move.point_id === point.id ? last.made : null;
  const report = (): { severity: 'error' | 'info' | 'warning'; text: string } | null => {
    if (mine?.outcome?.outcome === 'wrong') {
      const lost = -mine.outcome.score;
      return { severity: 'error', text: lost > 0 ? t('task.wrong_lost', { count: lost }) : t('task.wrong') };
    }
    if (mine?.outcome?.outcome === 'refused') {
      const { code } = mine.outcome;
      return {
        severity: 'warning',
        text: (code === null ? undefined : refusals[code]) ?? t('refusal.other'),
      };
    }
    if (mine !== null && mine.outcome === null) return { severity: 'info', text: t('task.kept') };
    return isUnjudged ? { severity: 'info', text: t('task.unknown') } : null;
  };
  const said = report();
  return (
    <>
      <Box role="alert">
        {said === null ? null : (
          <Alert severity={said.severity} variant="outlined" role="presentation">
            {said.text}
          </Alert>
        )}
      </Box>
      {point.wrong_answers > 0 ? (
        <Typography variant="caption" sx={{ color: 'text.secondary' }}>
          {t('task.tries', { count: point.wrong_answers })}
        </Typography>
      ) : null}
    </>
  );
}
