import DownloadRounded from '@mui/icons-material/DownloadRounded';
import PrintOutlined from '@mui/icons-material/PrintOutlined';
import { Box, Button, GlobalStyles, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CopyButton, useText } from '#platform/web';
import { saveFile } from '../data/save-file.ts';
import { accountTexts } from '../texts.ts';

const onPaper = {
  '@media print': {
    'body *': { visibility: 'hidden' },
    '#recovery-codes, #recovery-codes *': { visibility: 'visible', color: '#000 !important' },
    '#recovery-codes': { position: 'fixed', inset: 0, background: '#fff !important' },
  },
} as const;

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly email: string;
  readonly onDone: () => void;
}

/** The recovery codes, this once: to copy, download or print. */
export function RecoveryCodes({ codes, email, onDone }: RecoveryCodesProps): ReactNode {
  const t = useText(accountTexts);
  const text = `${t('recovery.file', { email })}\n\n${codes.join('\n')}\n`;
  return (
    <Stack spacing={2.5}>
      <GlobalStyles styles={onPaper} />
      <Typography sx={{ color: 'text.secondary' }}>{t('recovery.help')}</Typography>
      <Box
        component="ul"
        id="recovery-codes"
        aria-label={t('recovery.title')}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 2,
          display: 'grid',
          gridTemplateColumns: 'repeat(2, 1fr)',
          gap: 1,
          borderRadius: '10px',
          bgcolor: 'background.default',
          fontFamily: 'ui-monospace, monospace',
          fontSize: '0.9375rem',
          textAlign: 'center',
        }}
      >
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </Box>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center' }}>
        <CopyButton text={codes.join('\n')} label={t('recovery.copy')} />
        <Button
          color="inherit"
          startIcon={<DownloadRounded />}
          onClick={() => saveFile('quintet-recovery-codes.txt', 'text/plain;charset=utf-8', text)}
        >
          {t('recovery.download')}
        </Button>
        <Button color="inherit" startIcon={<PrintOutlined />} onClick={() => window.print()}>
          {t('recovery.print')}
        </Button>
      </Stack>
      <Button variant="contained" onClick={onDone}>
        {t('recovery.done')}
      </Button>
    </Stack>
  );
}
