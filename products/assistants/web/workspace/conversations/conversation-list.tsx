import AddCommentOutlined from '@mui/icons-material/AddCommentOutlined';
import { Box, Button, Chip, TextField, Typography } from '@mui/material';
import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react';
import { CursorList, useCursorList, useText } from '#platform/web';
import { listConversations } from '../../../contract/index.ts';
import { useDebounced } from '../../pieces/use-debounced.ts';
import { workspaceTexts } from '../texts.ts';
import { ConversationItem } from './conversation-item.tsx';

const scopes = ['role', 'all', 'archive'] as const;
type Scope = (typeof scopes)[number];

export interface ConversationListProps {
  readonly role: string;
  readonly current: string | null;
  readonly searchRef: Ref<HTMLInputElement>;
  /** A conversation was chosen, or a new one is to begin (null). */
  readonly onOpen: (conversation: { readonly id: string; readonly role: string } | null) => void;
}

/** My conversations: with this assistant or with all, searched by their words, pinned ones first. */
export function ConversationList({ role, current, searchRef, onOpen }: ConversationListProps): ReactNode {
  const t = useText(workspaceTexts);
  const [typed, setTyped] = useState('');
  const [scope, setScope] = useState<Scope>('role');
  const q = useDebounced(typed.trim(), 250);
  const list = useCursorList(
    listConversations,
    {
      query: {
        limit: 30,
        ...(q === '' ? {} : { q }),
        ...(scope === 'role' ? { role } : {}),
        ...(scope === 'archive' ? { archived: true } : {}),
      },
    },
    { keepPrevious: true },
  );
  const place = useRef<HTMLDivElement>(null);
  const isInside = useRef(false);
  const shown = list.items.map(({ id }) => id).join();
  useEffect(() => {
    // Who archived or deleted a conversation here had the focus in its row: it goes on in the list.
    const isLost = shown !== null && document.activeElement === document.body;
    if (isLost && isInside.current) place.current?.focus({ preventScroll: true });
  }, [shown]);
  return (
    <Box sx={{ display: 'grid', gap: 1.5, p: 1.5, alignContent: 'start' }}>
      <Button
        variant="outlined"
        startIcon={<AddCommentOutlined fontSize="small" />}
        onClick={() => onOpen(null)}
        aria-current={current === null ? 'page' : undefined}
      >
        {t('list.new')}
      </Button>
      <TextField
        size="small"
        type="search"
        placeholder={t('list.search')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        inputRef={searchRef}
        slotProps={{ htmlInput: { 'aria-label': t('list.search'), maxLength: 200 } }}
      />
      <Box role="group" aria-label={t('list.scope')} sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75 }}>
        {scopes.map((each) => (
          <Chip
            key={each}
            size="small"
            label={t(`list.${each}`)}
            aria-pressed={each === scope}
            color={each === scope ? 'primary' : 'default'}
            variant={each === scope ? 'filled' : 'outlined'}
            onClick={() => setScope(each)}
          />
        ))}
      </Box>
      <Box
        ref={place}
        tabIndex={-1}
        onFocus={() => {
          isInside.current = true;
        }}
        onBlur={({ relatedTarget }) => {
          // Null: the row with the focus is gone.
          if (relatedTarget !== null) isInside.current = false;
        }}
        sx={{ borderRadius: '10px' }}
      >
        <CursorList
          list={list}
          gap={0.25}
          label={t('list.label')}
          keyOf={({ id }) => id}
          empty={
            <Typography variant="body2" sx={{ color: 'text.secondary', px: 1, py: 2 }}>
              {q !== ''
                ? t('list.none_found')
                : scope === 'archive'
                  ? t('list.none_archived')
                  : t('list.none')}
            </Typography>
          }
        >
          {(conversation) => (
            <ConversationItem
              conversation={conversation}
              current={conversation.id === current}
              showRole={scope !== 'role'}
              onOpen={() => onOpen(conversation)}
              onGone={() => {
                if (conversation.id === current) onOpen(null);
              }}
            />
          )}
        </CursorList>
      </Box>
    </Box>
  );
}
