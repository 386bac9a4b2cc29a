import KeyboardArrowDownRounded from '@mui/icons-material/KeyboardArrowDownRounded';
import { Box, Button, Chip, IconButton, Typography } from '@mui/material';
import { Fragment, type ReactNode, useState } from 'react';
import { useLanguage, useNotice, useText } from '#platform/web';
import type { ChatMessage } from '../../contract/index.ts';
import type { RoomControl } from '../live/use-room.ts';
import { useSystemText } from '../system-text.ts';
import { chatTexts } from '../texts.ts';
import { Bubble } from './bubble.tsx';
import { beginsDay, dayName } from './days.rules.ts';
import { ActionMenu, type MenuEntry } from './message-menu.tsx';
import { OutgoingBubble } from './outgoing-bubble.tsx';
import { useStickToEnd } from './use-stick-to-end.ts';

export interface MessageListProps {
  readonly room: RoomControl;
  readonly me: string;
  readonly nameOf: (id: string | null) => string;
  /** Whether names stand above the words. */
  readonly showsNames: boolean;
  /** How far the one who has read least of the others has read. */
  readonly readSeq: number;
  readonly menuOf: (message: ChatMessage) => readonly MenuEntry[];
}

function Day({ value }: { readonly value: string }): ReactNode {
  const t = useText(chatTexts);
  const language = useLanguage();
  const name = dayName(value, new Date());
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(value));
  return (
    <Chip
      size="small"
      label={name === null ? date : t(`day.${name}`)}
      sx={{ justifySelf: 'center', my: 1 }}
    />
  );
}

/** Everything said, oldest first, days apart; earlier messages on request. */
export function MessageList(props: MessageListProps): ReactNode {
  const { room, me, nameOf, showsNames, readSeq, menuOf } = props;
  const t = useText(chatTexts);
  const systemText = useSystemText();
  const notice = useNotice();
  const { messages, outbox, hasOlder } = room.timeline;
  const [isLoading, setLoading] = useState(false);
  const lastKey = `${messages.at(-1)?.id ?? ''} ${outbox.length}`;
  const { area, away, toEnd } = useStickToEnd(messages[0]?.id ?? '', lastKey.trim());

  const older = async (): Promise<void> => {
    setLoading(true);
    await room.loadOlder().catch((error: unknown) => notice.error(error));
    setLoading(false);
  };
  return (
    <Box sx={{ position: 'relative', flex: 1, minHeight: 0, display: 'flex' }}>
      <Box
        ref={area}
        // Scrolled with the keyboard, too.
        tabIndex={0}
        role="log"
        aria-label={t('log')}
        aria-live="off"
        sx={{ flex: 1, overflowY: 'auto', overflowAnchor: 'none', px: { xs: 1.5, sm: 3 }, py: 2 }}
      >
        <Box sx={{ maxWidth: 860, mx: 'auto', display: 'grid', gap: 1 }}>
          {hasOlder ? (
            <Button size="small" loading={isLoading} onClick={() => void older()}>
              {t('load_older')}
            </Button>
          ) : null}
          {messages.length + outbox.length === 0 && !room.isLoading ? (
            <Typography variant="body2" sx={{ color: 'text.secondary', textAlign: 'center', py: 6 }}>
              {t('empty_room')}
            </Typography>
          ) : null}
          {messages.map((message, at) => {
            const before = messages[at - 1];
            const isFirst = before?.author_id !== message.author_id;
            const isOwn = message.author_id === me;
            return (
              <Fragment key={message.id}>
                {beginsDay(message.created_at, before?.created_at) ? (
                  <Day value={message.created_at} />
                ) : null}
                {message.system === null ? (
                  <Bubble
                    message={message}
                    isOwn={isOwn}
                    author={showsNames && isFirst && !isOwn ? nameOf(message.author_id) : null}
                    repliedAuthor={nameOf(message.reply_to?.author_id ?? null)}
                    isRead={message.seq <= readSeq}
                    menu={
                      <ActionMenu label={t('menu.open')} entries={menuOf(message)} className="message-menu" />
                    }
                  />
                ) : (
                  <Typography
                    variant="caption"
                    sx={{ justifySelf: 'center', textAlign: 'center', color: 'text.secondary' }}
                  >
                    {systemText(message.system)}
                  </Typography>
                )}
              </Fragment>
            );
          })}
          {outbox.map((outgoing) => (
            <OutgoingBubble
              key={outgoing.clientId}
              outgoing={outgoing}
              onRetry={() => room.retry(outgoing)}
              onDiscard={() => room.discard(outgoing.clientId)}
            />
          ))}
        </Box>
      </Box>
      {away ? (
        <IconButton
          aria-label={t('to_end')}
          onClick={toEnd}
          sx={{
            position: 'absolute',
            right: 16,
            bottom: 8,
            bgcolor: 'background.paper',
            border: 1,
            borderColor: 'divider',
          }}
        >
          <KeyboardArrowDownRounded />
        </IconButton>
      ) : null}
    </Box>
  );
}
