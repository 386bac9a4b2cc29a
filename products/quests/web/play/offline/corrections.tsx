import { Alert, Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { Session } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';
import type { Correction } from './outbox.rules.ts';
import type { PlayEngine } from './play-engine.ts';
import type { PlayState } from './play-state.ts';

interface CorrectionsProps {
  readonly session: Session;
  readonly state: PlayState;
  readonly engine: PlayEngine;
}

/** What the server decided otherwise than the phone had, once the network was back. */
export function Corrections({ session, state, engine }: CorrectionsProps): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const lineOf = ({ kind, pointId, outcome, code }: Correction): string => {
    const what = t(`offline.what.${kind}`);
    const result = t(`offline.result.${outcome}`);
    const point = session.points.find(({ id }) => id === pointId)?.title;
    const said =
      point === null || point === undefined
        ? t('offline.line', { what, result })
        : t('offline.line_at', { what, result, point });
    const why = code === null ? undefined : refusals[code];
    return why === undefined ? said : `${said} ${why}`;
  };
  if (state.corrections.length === 0) return null;
  return (
    <Alert
      severity="warning"
      variant="outlined"
      action={
        <Button color="inherit" size="small" onClick={() => void engine.forgetCorrections()}>
          {t('offline.understood')}
        </Button>
      }
    >
      <Box component="strong" sx={{ fontWeight: 620 }}>
        {t('offline.corrected')}
      </Box>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {state.corrections.map((correction) => (
          <li key={correction.clientId}>{lineOf(correction)}</li>
        ))}
      </Box>
    </Alert>
  );
}
