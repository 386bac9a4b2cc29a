import DoneAllRounded from '@mui/icons-material/DoneAllRounded';
import DoneRounded from '@mui/icons-material/DoneRounded';
import { Box, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { PlainText, useLanguage, useText } from '#platform/web';
import type { ChatMessage } from '../../contract/index.ts';
import { chatTexts } from '../texts.ts';
import { Attachments } from './attachments.tsx';

export interface BubbleProps {
  readonly message: ChatMessage;
  readonly isOwn: boolean;
  /** Shown above the words; null where the one before was by the same person. */
  readonly author: string | null;
  readonly repliedAuthor: string;
  readonly isRead: boolean;
  readonly menu: ReactNode;
}

function Time({ value }: { readonly value: string }): ReactNode {
  const language = useLanguage();
  const text = new Intl.DateTimeFormat(language, { timeStyle: 'short' }).format(new Date(value));
  return <time dateTime={value}>{text}</time>;
}

function Words({ message }: { readonly message: ChatMessage }): ReactNode {
  const t = useText(chatTexts);
  if (message.deleted_at !== null) {
    return (
      <Typography variant="body2" sx={{ fontStyle: 'italic', color: 'text.secondary' }}>
        {message.deleted_by === 'moderator' ? t('removed') : t('deleted')}
      </Typography>
    );
  }
  return (
    <>
      {message.text === '' ? null : <PlainText>{message.text}</PlainText>}
      <Attachments files={message.attachments} />
    </>
  );
}

/** One message: who, what, when, and how far it got. */
export function Bubble({ message, isOwn, author, repliedAuthor, isRead, menu }: BubbleProps): ReactNode {
  const t = useText(chatTexts);
  const { reply_to: reply } = message;
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'flex-end',
        flexDirection: isOwn ? 'row-reverse' : 'row',
        gap: 0.5,
        '& .message-menu': { opacity: { xs: 1, md: 0 } },
        '&:hover .message-menu, &:focus-within .message-menu': { opacity: 1 },
      }}
    >
      <Box
        sx={{
          maxWidth: 'min(560px, 84%)',
          minWidth: 0,
          px: 1.5,
          py: 1,
          borderRadius: '16px',
          display: 'grid',
          gap: 0.5,
          bgcolor: isOwn ? 'action.selected' : 'background.paper',
          border: 1,
          borderColor: 'divider',
        }}
      >
        {author === null ? null : (
          <Typography variant="caption" component="p" sx={{ fontWeight: 600, color: 'primary.main' }}>
            {author}
          </Typography>
        )}
        {reply === null ? null : (
          <Box sx={{ borderLeft: 3, borderColor: 'primary.main', pl: 1, minWidth: 0 }}>
            <Typography variant="caption" component="p" sx={{ color: 'primary.main' }}>
              {repliedAuthor}
            </Typography>
            <Typography variant="body2" noWrap sx={{ color: 'text.secondary' }}>
              {reply.text === '' ? t('deleted') : reply.text}
            </Typography>
          </Box>
        )}
        <Words message={message} />
        {message.held ? (
          <Typography variant="caption" component="p" sx={{ color: 'warning.main' }}>
            {t('held')}
          </Typography>
        ) : null}
        <Typography
          variant="caption"
          component="p"
          sx={{ color: 'text.secondary', display: 'flex', gap: 0.5, justifyContent: 'flex-end' }}
        >
          {message.edited_at === null || message.deleted_at !== null ? null : <span>{t('edited')}</span>}
          <Time value={message.created_at} />
          {!isOwn ? null : isRead ? (
            <DoneAllRounded fontSize="inherit" titleAccess={t('read')} />
          ) : (
            <DoneRounded fontSize="inherit" titleAccess={t('sent')} />
          )}
        </Typography>
      </Box>
      {menu}
    </Box>
  );
}
