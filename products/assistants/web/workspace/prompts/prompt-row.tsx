import DeleteOutlined from '@mui/icons-material/DeleteOutlined';
import EditOutlined from '@mui/icons-material/EditOutlined';
import { Box, IconButton, ListItemButton, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';

export interface PromptRowProps {
  readonly title: string;
  readonly text?: string;
  readonly marks?: ReactNode;
  readonly onTake: () => void;
  readonly onEdit?: () => void;
  readonly onRemove?: () => void;
}

/** A prompt to take; some can be changed. */
export function PromptRow({ title, text, marks, onTake, onEdit, onRemove }: PromptRowProps): ReactNode {
  const t = useText(workspaceTexts);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center' }}>
      <ListItemButton onClick={onTake} sx={{ display: 'block', borderRadius: '10px', minWidth: 0, px: 1.25 }}>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          {title}
        </Typography>
        {text === undefined ? null : (
          <Typography variant="caption" noWrap component="p" sx={{ color: 'text.secondary' }}>
            {text}
          </Typography>
        )}
        {marks}
      </ListItemButton>
      {onEdit === undefined ? null : (
        <Tooltip title={t('prompt.edit')}>
          <IconButton size="small" aria-label={`${t('prompt.edit')}: ${title}`} onClick={onEdit}>
            <EditOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
      {onRemove === undefined ? null : (
        <Tooltip title={t('prompt.remove')}>
          <IconButton size="small" aria-label={`${t('prompt.remove')}: ${title}`} onClick={onRemove}>
            <DeleteOutlined fontSize="small" />
          </IconButton>
        </Tooltip>
      )}
    </Box>
  );
}
