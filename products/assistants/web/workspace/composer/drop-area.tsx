import UploadFileRounded from '@mui/icons-material/UploadFileRounded';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { useFileDrop } from '../../pieces/use-file-drop.ts';
import { workspaceTexts } from '../texts.ts';

export interface DropAreaProps {
  readonly onDrop: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Takes files that are dropped anywhere on the conversation. */
export function DropArea({ onDrop, children }: DropAreaProps): ReactNode {
  const t = useText(workspaceTexts);
  const { isOver, handlers } = useFileDrop(onDrop);
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
      {...handlers}
    >
      {children}
      {isOver ? (
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
