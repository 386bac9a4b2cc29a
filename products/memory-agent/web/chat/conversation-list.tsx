import AddCommentOutlined from '@mui/icons-material/AddCommentOutlined';
import { Box, Button, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { CursorList, useCursorList, useText } from '#platform/web';
import { listConversations } from '../../contract/index.ts';
import { memoryTexts } from '../texts.ts';
import { useDebounced } from '../use-debounced.ts';
import { ConversationItem } from './conversation-item.tsx';

export interface ConversationListProps {
  readonly current: string | null;
  readonly onOpen: (id: string | null) => void;
}

/** My conversations, the one used last first, with a search in their titles. */
export function ConversationList({ current, onOpen }: ConversationListProps): ReactNode {
  const t = useText(memoryTexts);
  const [typed, setTyped] = useState('');
  const q = useDebounced(typed.trim(), 250);
  const list = useCursorList(
    listConversations,
    { query: { limit: 30, ...(q === '' ? {} : { q }) } },
    { keepPrevious: true },
  );
  return (
    <Box sx={{ display: 'grid', gap: 1.5, p: 2, alignContent: 'start' }}>
      <Button
        variant="outlined"
        startIcon={<AddCommentOutlined fontSize="small" />}
        onClick={() => onOpen(null)}
        aria-current={current === null ? 'page' : undefined}
      >
        {t('chat.new')}
      </Button>
      {list.items.length > 8 || typed !== '' ? (
        <TextField
          size="small"
          type="search"
          placeholder={t('chat.search')}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          slotProps={{ htmlInput: { 'aria-label': t('chat.search'), maxLength: 200 } }}
        />
      ) : null}
      <CursorList
        list={list}
        gap={0.25}
        label={t('chat.conversations')}
        keyOf={({ id }) => id}
        empty={
          <Typography variant="body2" sx={{ color: 'text.secondary', px: 1, py: 2 }}>
            {q === '' ? t('chat.none') : t('chat.none_found')}
          </Typography>
        }
      >
        {(conversation) => (
          <ConversationItem
            conversation={conversation}
            current={conversation.id === current}
            onOpen={() => onOpen(conversation.id)}
            onGone={() => {
              if (conversation.id === current) onOpen(null);
            }}
          />
        )}
      </CursorList>
    </Box>
  );
}
