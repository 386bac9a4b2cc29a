import QrCodeScannerRounded from '@mui/icons-material/QrCodeScannerRounded';
import { Box, Button, TextField } from '@mui/material';
import { type FormEvent, lazy, type ReactNode, Suspense, useState } from 'react';
import { useText } from '#platform/web';
import type { ShownTask } from '../../../contract/index.ts';
import { playTexts } from '../texts.ts';
import { type TaskProps, taskFormId } from './task-props.ts';

const CodeScanner = lazy(async () => ({ default: (await import('./code-scanner.tsx')).CodeScanner }));

type CodeTaskProps = TaskProps<Extract<ShownTask, { kind: 'code' }>>;

/** A code on the spot: scanned, or typed where the camera cannot. */
export function CodeTask({ labelId, onAnswer }: CodeTaskProps): ReactNode {
  const t = useText(playTexts);
  const [code, setCode] = useState('');
  const [fault, setFault] = useState<string | null>(null);
  const [isScanning, setScanning] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (code.trim() === '') setFault(t('task.required'));
    else onAnswer({ code: code.trim() });
  };
  return (
    <Box component="form" id={taskFormId} onSubmit={submit} noValidate sx={{ display: 'grid', gap: 1.5 }}>
      <TextField
        fullWidth
        label={t('task.code')}
        value={code}
        error={fault !== null}
        helperText={fault}
        onChange={({ target }) => {
          setCode(target.value);
          setFault(null);
        }}
        slotProps={{
          htmlInput: {
            maxLength: 500,
            'aria-describedby': labelId,
            autoComplete: 'off',
            enterKeyHint: 'send',
          },
          formHelperText: { 'aria-live': 'polite' },
        }}
      />
      <Button
        variant="outlined"
        color="inherit"
        startIcon={<QrCodeScannerRounded fontSize="small" />}
        onClick={() => setScanning(!isScanning)}
      >
        {t(isScanning ? 'task.scan_stop' : 'task.scan')}
      </Button>
      {isScanning ? (
        <Suspense fallback={null}>
          <CodeScanner
            onFault={() => {
              setScanning(false);
              setFault(t('task.scan_denied'));
            }}
            onCode={(found) => {
              const text = found.slice(0, 500);
              setScanning(false);
              setCode(text);
              onAnswer({ code: text });
            }}
          />
        </Suspense>
      ) : null}
    </Box>
  );
}
