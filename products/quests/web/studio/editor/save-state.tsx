import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import CloudOffOutlined from '@mui/icons-material/CloudOffOutlined';
import CloudSyncOutlined from '@mui/icons-material/CloudSyncOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { useDesk, useDeskState } from '../draft/desk-context.ts';
import { heldBack } from '../draft/work.rules.ts';
import { studioTexts } from '../texts.ts';

/** Whether the work is safe: saved, on its way, kept here only. */
export function SaveState(): ReactNode {
  const t = useText(studioTexts);
  const desk = useDesk();
  const { saving, problem, work } = useDeskState();
  const held = heldBack(work);
  const isPartly = saving === 'saved' && held.fields.length + held.pointIds.length > 0;
  const [Icon, text] = {
    saved: isPartly
      ? ([EditOutlined, t('save.partly')] as const)
      : ([CloudDoneOutlined, t('save.saved')] as const),
    waiting: [CloudSyncOutlined, t('save.saving')] as const,
    saving: [CloudSyncOutlined, t('save.saving')] as const,
    failed: [CloudOffOutlined, t(problem?.unreachable === true ? 'save.offline' : 'save.failed')] as const,
    stale: [CloudOffOutlined, t('save.stale')] as const,
  }[saving];
  const isBad = saving === 'failed' || saving === 'stale';
  return (
    <Box
      role="status"
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.75,
        typography: 'body2',
        color: isBad ? 'error.main' : isPartly ? 'warning.main' : 'text.secondary',
      }}
    >
      <Icon fontSize="small" aria-hidden />
      {text}
      {saving === 'failed' ? (
        <Button size="small" color="inherit" onClick={() => void desk.flush()}>
          {t('save.retry')}
        </Button>
      ) : null}
    </Box>
  );
}
