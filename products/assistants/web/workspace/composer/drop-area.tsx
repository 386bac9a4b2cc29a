import UploadFileRounded from '@mui/icons-material/UploadFileRounded';
import { Box, Typography } from '@mui/material';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';

export interface DropAreaProps {
  readonly onDrop: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

const hasFiles = ({ dataTransfer }: DragEvent): boolean => dataTransfer.types.includes('Files');

/** Takes files that are dropped anywhere on the conversation. */
export function DropArea({ onDrop, children }: DropAreaProps): ReactNode {
  const t = useText(workspaceTexts);
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const leave = (): void => {
    depth.current = 0;
    setOver(false);
  };
  return (
    <Box
      sx={{
        position: 'relative',
        display: 'flex',
        flexDirection: 'column',
        flex: 1,
        minWidth: 0,
        minHeight: 0,
      }}
      onDragEnter={(event) => {
        if (!hasFiles(event)) return;
        depth.current += 1;
        setOver(true);
      }}
      onDragLeave={() => {
        depth.current -= 1;
        if (depth.current <= 0) leave();
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDrop={(event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        leave();
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
      {over ? (
        <Box
          sx={{
            position: 'absolute',
            inset: 12,
            zIndex: 2,
            display: 'grid',
            placeContent: 'center',
            justifyItems: 'center',
            gap: 1,
            border: 2,
            borderStyle: 'dashed',
            borderColor: 'primary.main',
            borderRadius: '16px',
            bgcolor: 'background.paper',
            opacity: 0.95,
            pointerEvents: 'none',
          }}
        >
          <UploadFileRounded color="primary" />
          <Typography sx={{ fontWeight: 600 }}>{t('file.drop')}</Typography>
          <Typography variant="caption" sx={{ color: 'text.secondary' }}>
            {t('file.kinds')}
          </Typography>
        </Box>
      ) : null}
    </Box>
  );
}
