import DownloadRounded from '@mui/icons-material/DownloadRounded';
import { Box, Button } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useApi, useNotice, useText } from '#platform/web';
import { exportMemory } from '../../contract/index.ts';
import { memoryTexts } from '../texts.ts';

function save(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/x-ndjson' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Downloads everything remembered as JSON lines. */
export function ExportButton(): ReactNode {
  const t = useText(memoryTexts);
  const { call } = useApi();
  const notice = useNotice();
  const [busy, setBusy] = useState(false);
  const run = async (): Promise<void> => {
    setBusy(true);
    try {
      const text = await call(exportMemory);
      save(text, `memory-${new Date().toISOString().slice(0, 10)}.jsonl`);
      notice.success(t('care.exported'));
    } catch (error) {
      notice.error(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Box>
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<DownloadRounded fontSize="small" />}
        loading={busy}
        loadingPosition="start"
        onClick={() => void run()}
      >
        {t('care.export')}
      </Button>
    </Box>
  );
}
