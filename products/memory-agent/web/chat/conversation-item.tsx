import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import { Box, IconButton, ListItemButton, Menu, MenuItem, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { RelativeTime, useText } from '#platform/web';
import type { Conversation } from '../../contract/index.ts';
import { chatPath } from '../paths.ts';
import { memoryTexts } from '../texts.ts';
import { DeleteConversationDialog } from './delete-conversation-dialog.tsx';
import { RenameDialog } from './rename-dialog.tsx';

export interface ConversationItemProps {
  readonly conversation: Conversation;
  readonly current: boolean;
  readonly onOpen: () => void;
  /** It was deleted. */
  readonly onGone: () => void;
}

/** A conversation in the list, with its menu. */
export function ConversationItem({
  conversation,
  current,
  onOpen,
  onGone,
}: ConversationItemProps): ReactNode {
  const t = useText(memoryTexts);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [dialog, setDialog] = useState<'rename' | 'delete' | null>(null);
  const title = conversation.title === '' ? t('chat.untitled') : conversation.title;
  const choose = (next: 'rename' | 'delete'): void => {
    setAnchor(null);
    setDialog(next);
  };
  const close = (): void => setDialog(null);
  return (
    <Box sx={{ position: 'relative' }}>
      <ListItemButton
        component={Link}
        to={chatPath(conversation.id)}
        selected={current}
        aria-current={current ? 'page' : undefined}
        onClick={onOpen}
        sx={{ display: 'block', pr: 5.5, pl: 1.5, py: 1 }}
      >
        <Typography variant="body2" noWrap sx={{ fontWeight: current ? 600 : 480 }}>
          {title}
        </Typography>
        <Typography variant="caption" noWrap component="p" sx={{ color: 'text.secondary' }}>
          <RelativeTime value={conversation.updated_at} /> ·{' '}
          {t('chat.messages', { count: conversation.message_count })}
        </Typography>
      </ListItemButton>
      <IconButton
        size="small"
        aria-label={t('chat.menu', { title })}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ position: 'absolute', right: 2, top: 8, color: 'text.secondary' }}
      >
        <MoreVertRounded fontSize="small" />
      </IconButton>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem onClick={() => choose('rename')}>{t('chat.rename')}</MenuItem>
        <MenuItem onClick={() => choose('delete')} sx={{ color: 'error.main' }}>
          {t('chat.delete')}
        </MenuItem>
      </Menu>
      {dialog === 'rename' ? <RenameDialog conversation={conversation} onClose={close} /> : null}
      <DeleteConversationDialog
        conversation={conversation}
        open={dialog === 'delete'}
        onClose={close}
        onGone={onGone}
      />
    </Box>
  );
}
