import LightbulbOutlined from '@mui/icons-material/LightbulbOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { ConfirmDialog, useText } from '#platform/web';
import type { PlayPoint } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import type { Moves } from '../walk/use-moves.ts';

type Hint = PlayPoint['hints'][number];

interface HintsProps {
  readonly point: PlayPoint;
  readonly moves: Moves;
}

/** What was opened, and the next hint with its price; nothing is opened without asking. */
export function Hints({ point, moves }: HintsProps): ReactNode {
  const t = useText(playTexts);
  const headingId = useId();
  const [asked, setAsked] = useState<Hint | null>(null);
  const next = point.hints.find(({ text }) => text === null);
  const price = (hint: Hint): string =>
    hint.penalty === 0 ? t('hint.free') : t('hint.price', { count: hint.penalty });
  if (point.hints.length === 0) return null;
  return (
    <Box component="section" aria-labelledby={headingId} sx={{ display: 'grid', gap: 1 }}>
      <Typography id={headingId} variant="h4" component="h2">
        {t('hint.title')}
      </Typography>
      {point.hints.map(({ id, text }, index) =>
        text === null ? null : (
          <Alert key={id} severity="info" variant="outlined" icon={<LightbulbOutlined fontSize="small" />}>
            <Typography variant="caption" sx={{ color: 'text.secondary' }}>
              {t('hint.number', { now: index + 1 })}
            </Typography>
            <Typography sx={{ whiteSpace: 'pre-line' }}>{text}</Typography>
          </Alert>
        ),
      )}
      {next === undefined ? null : (
        <Button
          variant="outlined"
          color="inherit"
          startIcon={<LightbulbOutlined fontSize="small" />}
          loading={moves.busy === 'hint'}
          onClick={() => setAsked(next)}
          sx={{ justifySelf: 'start' }}
        >
          {t('hint.open')} · {price(next)}
        </Button>
      )}
      <ConfirmDialog
        open={asked !== null}
        title={t('hint.confirm')}
        confirmLabel={t('hint.take')}
        onClose={() => setAsked(null)}
        onConfirm={() =>
          asked === null ? null : moves.make({ kind: 'hint', point_id: point.id, hint_id: asked.id })
        }
      >
        {asked === null || asked.penalty === 0
          ? t('hint.confirm_free')
          : t('hint.confirm_text', { count: asked.penalty })}
      </ConfirmDialog>
    </Box>
  );
}
