import UploadFileRounded from '@mui/icons-material/UploadFileRounded';
import { Alert, Box, Button, Typography } from '@mui/material';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { ErrorNotice, useSend, useText } from '#platform/web';
import { importMemory, memoryGraph, memoryStats, searchMemory } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { memoryTexts } from '../texts.ts';
import { lineFaults } from './import-faults.rules.ts';

const largest = 20 * 1024 * 1024;
const shown = 20;

function Faults({ error }: { readonly error: Parameters<typeof lineFaults>[0] }): ReactNode {
  const t = useText(memoryTexts);
  const faults = lineFaults(error);
  if (faults.length === 0) return null;
  return (
    <Box sx={{ typography: 'body2' }}>
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t('care.import_lines')}
      </Typography>
      <Box component="ul" sx={{ m: 0, pl: 2.5, overflowWrap: 'anywhere' }}>
        {faults.slice(0, shown).map(({ line, field, message }) => (
          <li key={`${line}:${field}:${message}`}>
            {[line === null ? '' : t('care.import_line', { line }), field, message]
              .filter((part) => part !== '')
              .join(' · ')}
          </li>
        ))}
      </Box>
    </Box>
  );
}

/** A file of JSON lines, chosen or dropped; faults are shown by line, and then nothing was taken over. */
export function ImportDrop(): ReactNode {
  const t = useText(memoryTexts);
  const refusals = useRefusals();
  const input = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [over, setOver] = useState(false);
  const send = useSend(importMemory, { invalidates: [memoryStats, searchMemory, memoryGraph] });
  const tooLarge = file !== null && file.size > largest;

  const take = (next: File | undefined): void => {
    if (next === undefined) return;
    send.reset();
    setFile(next);
  };
  const run = async (): Promise<void> => {
    if (file === null || tooLarge) return;
    const body = await file.text();
    await send.mutateAsync({ body }).catch(() => {});
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          alignItems: 'center',
          justifyContent: 'center',
          gap: 1.5,
          p: 2.5,
          borderRadius: '12px',
          border: '1.5px dashed',
          borderColor: over ? 'primary.main' : 'divider',
          bgcolor: over ? 'action.selected' : 'transparent',
        }}
      >
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t('care.choose')}
          accept=".jsonl,.ndjson,.json,.txt,application/x-ndjson,application/json"
          onChange={({ target }) => {
            take(target.files?.[0]);
            target.value = '';
          }}
        />
        {file === null ? (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('care.drop')}
          </Typography>
        ) : (
          <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
            {t('care.import_file', { name: file.name, size: Math.max(1, Math.round(file.size / 1024)) })}
          </Typography>
        )}
        <Button
          size="small"
          variant="outlined"
          color="inherit"
          startIcon={<UploadFileRounded fontSize="small" />}
          onClick={() => input.current?.click()}
        >
          {file === null ? t('care.choose') : t('care.another')}
        </Button>
        {file === null || tooLarge || send.isSuccess ? null : (
          <Button size="small" variant="contained" loading={send.isPending} onClick={() => void run()}>
            {t('care.import')}
          </Button>
        )}
      </Box>
      {tooLarge ? (
        <Alert severity="error" variant="outlined">
          {t('care.import_too_large')}
        </Alert>
      ) : null}
      <ErrorNotice error={send.error} refusals={refusals} />
      <Faults error={send.error?.fields ?? []} />
      {send.data === undefined ? null : (
        <Alert severity="success" variant="outlined">
          {t('care.imported', { imported: send.data.imported, duplicates: send.data.duplicates })}
        </Alert>
      )}
    </Box>
  );
}
