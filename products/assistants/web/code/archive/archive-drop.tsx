import { Box, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNotice, useText } from '#platform/web';
import { largestArchive } from '../../../contract/index.ts';
import { FileButton } from '../file-button.tsx';
import { codeTexts } from '../texts.ts';

const size = largestArchive / 1_024 / 1_024;

/** Takes one zip, dropped or chosen; others are refused before anything is sent. */
export function ArchiveDrop({ onArchive }: { readonly onArchive: (file: File) => void }): ReactNode {
  const t = useText(codeTexts);
  const notify = useNotice();
  const [isOver, setIsOver] = useState(false);
  const take = (file: File | undefined): void => {
    if (file === undefined) return;
    if (!/\.zip$/i.test(file.name)) notify.error(t('archive.not_zip'));
    else if (file.size > largestArchive) notify.error(t('archive.too_large', { size }));
    else onArchive(file);
  };
  return (
    <Box
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files[0]);
      }}
      sx={{
        border: 2,
        borderStyle: 'dashed',
        borderColor: isOver ? 'primary.main' : 'divider',
        bgcolor: isOver ? 'action.selected' : 'background.paper',
        borderRadius: '16px',
        px: 3,
        py: { xs: 4, sm: 6 },
        textAlign: 'center',
      }}
    >
      <Typography sx={{ mb: 2 }}>{t('archive.drop')}</Typography>
      <FileButton
        label={t('archive.choose')}
        accept=".zip,application/zip"
        variant="contained"
        onFile={(file) => take(file)}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
        {t('archive.limit', { size })}
      </Typography>
    </Box>
  );
}
