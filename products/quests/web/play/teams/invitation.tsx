import { Box, Button, Paper, Typography } from '@mui/material';
import { encodeQR } from 'qr';
import { type ReactNode, useMemo, useState } from 'react';
import { ConfirmDialog, CopyButton, useSend, useText } from '#platform/web';
import { getTeam, type Team, updateTeam } from '../../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';

interface InvitationProps {
  readonly team: Team;
  readonly mayRenew: boolean;
}

/** Dark squares as one path, in a grid of so many units. */
function qrPath(text: string): { readonly size: number; readonly path: string } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 2 });
  const path = rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size: rows.length, path };
}

/** The code to type, copy or scan. */
export function Invitation({ team, mayRenew }: InvitationProps): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const [isAsking, setAsking] = useState(false);
  const renew = useSend(updateTeam, { invalidates: [getTeam] });
  const { invite_code: code } = team;
  const link = `${globalThis.location.origin}/app/teams?join=${code}`;
  const { size, path } = useMemo(() => qrPath(link), [link]);
  return (
    <Paper component="section" variant="outlined" sx={{ p: 2.5, borderRadius: 3 }}>
      <Typography variant="h2">{t('teams.invite')}</Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('teams.invite_help')}
      </Typography>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2.5, alignItems: 'center', mt: 2 }}>
        <Box
          component="svg"
          role="img"
          aria-label={t('teams.invite_qr')}
          viewBox={`0 0 ${size} ${size}`}
          shapeRendering="crispEdges"
          sx={{ width: 148, height: 148, borderRadius: 2, bgcolor: 'common.white' }}
        >
          <path d={path} fill="#000" />
        </Box>
        <Box sx={{ display: 'grid', gap: 1, justifyItems: 'start' }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.5 }}>
            <Typography
              sx={{
                fontSize: '1.5rem',
                fontWeight: 680,
                letterSpacing: '0.08em',
                fontVariantNumeric: 'tabular-nums',
              }}
            >
              {code}
            </Typography>
            <CopyButton text={code} label={t('teams.copy_code')} />
          </Box>
          <Box
            sx={{
              display: 'flex',
              alignItems: 'center',
              gap: 0.5,
              color: 'text.secondary',
              typography: 'body2',
            }}
          >
            {t('teams.copy_link')}
            <CopyButton text={link} label={t('teams.copy_link')} />
          </Box>
          {mayRenew ? (
            <Button size="small" color="inherit" variant="outlined" onClick={() => setAsking(true)}>
              {t('teams.renew')}
            </Button>
          ) : null}
        </Box>
      </Box>
      <ConfirmDialog
        open={isAsking}
        title={t('teams.renew_title')}
        confirmLabel={t('teams.renew')}
        refusals={refusals}
        onClose={() => setAsking(false)}
        onConfirm={() => renew.mutateAsync({ params: { id: team.id }, body: { renew_invite: true } })}
      >
        {t('teams.renew_text')}
      </ConfirmDialog>
    </Paper>
  );
}
