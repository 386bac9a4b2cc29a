import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import { Box, Button, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useFileDrop } from './use-file-drop.ts';
import { useFileInput } from './use-file-input.tsx';

export interface UploadDropProps {
  /** What may be dropped here. */
  readonly title: string;
  /** Of the button. */
  readonly choose: string;
  /** Kinds and sizes that are taken. */
  readonly limit: string;
  /** As of an `input` of files. */
  readonly accept: string;
  readonly multiple?: boolean;
  /** A main step of the page: the button is filled. */
  readonly first?: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Takes files, dropped or chosen, and tells beforehand which. */
export function UploadDrop(props: UploadDropProps): ReactNode {
  const { title, choose, limit, accept, multiple = false, first = false, onFiles } = props;
  const { input, open } = useFileInput({ label: choose, accept, multiple, onFiles });
  const limitId = useId();
  const { isOver, handlers } = useFileDrop((files) => onFiles(multiple ? files : files.slice(0, 1)));
  return (
    <Box
      {...handlers}
      sx={{
        border: 2,
        borderStyle: 'dashed',
        borderColor: isOver ? 'primary.main' : 'divider',
        bgcolor: isOver ? 'action.selected' : 'background.paper',
        borderRadius: '16px',
        px: { xs: 2, sm: 3 },
        py: first ? { xs: 4, sm: 6 } : { xs: 2, sm: 2.5 },
        display: 'flex',
        flexDirection: first ? 'column' : { xs: 'column', sm: 'row' },
        alignItems: 'center',
        textAlign: first ? 'center' : { xs: 'center', sm: 'start' },
        gap: 2,
      }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: first ? 500 : 560 }}>{title}</Typography>
        <Typography id={limitId} variant="body2" sx={{ color: 'text.secondary', mt: 0.5 }}>
          {limit}
        </Typography>
      </Box>
      <Button
        variant={first ? 'contained' : 'outlined'}
        color={first ? 'primary' : 'inherit'}
        startIcon={<UploadFileOutlined />}
        aria-describedby={limitId}
        onClick={open}
        sx={{ flexShrink: 0 }}
      >
        {choose}
      </Button>
      {input}
    </Box>
  );
}
