import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import PushPinRounded from '@mui/icons-material/PushPinRounded';
import { Box, IconButton, ListItemButton, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { RelativeTime, useText } from '#platform/web';
import type { FoundConversation } from '../../../contract/index.ts';
import { roleIcon } from '../../pieces/role-icon.ts';
import { workspacePath } from '../paths.ts';
import { workspaceTexts } from '../texts.ts';
import { ConversationMenu } from './conversation-menu.tsx';

export interface ConversationItemProps {
  readonly conversation: FoundConversation;
  readonly current: boolean;
  readonly showRole: boolean;
  readonly onOpen: () => void;
  /** It was deleted. */
  readonly onGone: () => void;
}

/** A conversation in the list, with its menu. */
export function ConversationItem(props: ConversationItemProps): ReactNode {
  const { conversation, current, showRole, onOpen, onGone } = props;
  const t = useText(workspaceTexts);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const title = conversation.title === '' ? t('list.untitled') : conversation.title;
  const Icon = roleIcon(conversation.role);
  return (
    <Box sx={{ position: 'relative' }}>
      <ListItemButton
        component={Link}
        to={workspacePath(conversation.role, conversation.id)}
        selected={current}
        aria-current={current ? 'page' : undefined}
        onClick={onOpen}
        sx={{ display: 'block', pr: 5.5, pl: 1.5, py: 1, borderRadius: '10px' }}
      >
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 0.75, minWidth: 0 }}>
          {conversation.pinned ? (
            <PushPinRounded titleAccess={t('list.pinned')} sx={{ fontSize: 14, color: 'primary.main' }} />
          ) : null}
          {showRole ? (
            <Box aria-hidden sx={{ display: 'grid', color: 'text.secondary', fontSize: 16 }}>
              <Icon fontSize="inherit" />
            </Box>
          ) : null}
          <Typography variant="body2" noWrap sx={{ fontWeight: current ? 600 : 480 }}>
            {title}
          </Typography>
        </Box>
        {conversation.snippet === null ? null : (
          <Typography variant="caption" noWrap component="p" sx={{ color: 'text.secondary' }}>
            {conversation.snippet}
          </Typography>
        )}
        <Typography variant="caption" noWrap component="p" sx={{ color: 'text.secondary' }}>
          <RelativeTime value={conversation.updated_at} /> ·{' '}
          {t('list.messages', { count: conversation.message_count })}
        </Typography>
      </ListItemButton>
      <IconButton
        size="small"
        aria-label={t('list.menu', { title })}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ position: 'absolute', right: 2, top: 8, color: 'text.secondary' }}
      >
        <MoreVertRounded fontSize="small" />
      </IconButton>
      <ConversationMenu
        conversation={conversation}
        title={title}
        anchor={anchor}
        onClose={() => setAnchor(null)}
        onGone={onGone}
      />
    </Box>
  );
}
