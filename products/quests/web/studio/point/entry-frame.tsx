import ArrowDownwardOutlined from '@mui/icons-material/ArrowDownwardOutlined';
import ArrowUpwardOutlined from '@mui/icons-material/ArrowUpwardOutlined';
import DeleteOutlineOutlined from '@mui/icons-material/DeleteOutlineOutlined';
import { Box, IconButton, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { studioTexts } from '../texts.ts';

interface EntryFrameProps {
  readonly name: string;
  readonly at: number;
  readonly count: number;
  readonly onMove: (to: number) => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

/** One entry of a list that is written: its name, its place among the others, and its fields. */
export function EntryFrame({ name, at, count, onMove, onRemove, children }: EntryFrameProps): ReactNode {
  const t = useText(studioTexts);
  const called = { name, number: at + 1 };
  return (
    <Box
      role="group"
      aria-label={t('entry.called', called)}
      sx={{
        border: 1,
        borderColor: 'divider',
        borderRadius: '12px',
        p: 1.5,
        pt: 0.5,
        bgcolor: 'background.paper',
      }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', mb: 1 }}>
        <Typography variant="body2" sx={{ fontWeight: 600, color: 'text.secondary', mr: 'auto' }}>
          {name}
        </Typography>
        <IconButton aria-label={t('entry.up', called)} disabled={at === 0} onClick={() => onMove(at - 1)}>
          <ArrowUpwardOutlined fontSize="small" />
        </IconButton>
        <IconButton
          aria-label={t('entry.down', called)}
          disabled={at === count - 1}
          onClick={() => onMove(at + 1)}
        >
          <ArrowDownwardOutlined fontSize="small" />
        </IconButton>
        <IconButton aria-label={t('entry.remove', called)} onClick={onRemove}>
          <DeleteOutlineOutlined fontSize="small" />
        </IconButton>
      </Box>
      {children}
    </Box>
  );
}
