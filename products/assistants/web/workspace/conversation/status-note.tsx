import CloudOffRounded from '@mui/icons-material/CloudOffRounded';
import { Alert } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useCall, useSession, useText } from '#platform/web';
import { assistantsStatus } from '../../../contract/index.ts';
import { workspaceTexts } from '../texts.ts';

const key = 'quintet.assistants.offline-seen';

const seen = (): boolean => {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false;
  }
};

/** Says plainly that no language model is configured, and what still works. */
export function StatusNote(): ReactNode {
  const t = useText(workspaceTexts);
  const userId = useSession().user?.id;
  const { data } = useCall(assistantsStatus, {}, { staleTime: 5 * 60_000, enabled: userId !== undefined });
  const [closed, setClosed] = useState(seen);
  if (data?.offline !== true || closed) return null;
  return (
    <Alert
      severity="info"
      variant="outlined"
      icon={<CloudOffRounded fontSize="small" />}
      onClose={() => {
        setClosed(true);
        try {
          sessionStorage.setItem(key, '1');
        } catch {
          // The note then comes back with the next page.
        }
      }}
      sx={{ mb: 1, py: 0.25 }}
    >
      {t('status.offline')}
    </Alert>
  );
}
