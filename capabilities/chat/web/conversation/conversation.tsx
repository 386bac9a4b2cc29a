import { Alert, Box, LinearProgress, Typography } from '@mui/material';
import { type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { FilePicker } from '#capabilities/files/web';
import {
  ErrorNotice,
  useApi,
  useCall,
  useInvalidate,
  useNotice,
  useSession,
  useText,
  visuallyHidden,
} from '#platform/web';
import {
  attachmentTypes,
  type ChatMessage,
  getRoom,
  largestAttachment,
  listRooms,
  markRead,
  mostAttachments,
} from '../../contract/index.ts';
import { type OpenSocket, openWebSocket } from '../live/room-client.ts';
import { useRoom } from '../live/use-room.ts';
import { useRoomTitle } from '../names.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';
import { Composer } from './composer.tsx';
import { type Question, QuestionDialog } from './dialogs.tsx';
import { MessageList } from './message-list.tsx';
import type { MenuEntry } from './message-menu.tsx';
import { RoomHeader } from './room-header.tsx';
import { useRoomMenu } from './use-room-menu.ts';

export interface ConversationProps {
  readonly roomId: string;
  /** Shown as a button back, where the list is not beside it. */
  readonly onBack?: () => void;
  readonly onLeft?: () => void;
  /** How to reach the server; the browser's WebSocket unless said otherwise. */
  readonly openSocket?: OpenSocket;
}

interface Writing {
  readonly kind: 'reply' | 'edit';
  readonly message: ChatMessage;
}

/** One conversation, live: for the chats' own screen and for products with rooms of theirs. Fills its container. */
export function Conversation(props: ConversationProps): ReactNode {
  const { user } = useSession();
  return user === null ? null : <OpenConversation {...props} me={user.id} />;
}

function OpenConversation(props: ConversationProps & { readonly me: string }): ReactNode {
  const { roomId, me, onBack, onLeft, openSocket = openWebSocket } = props;
  const t = useText(chatTexts);
  const { call } = useApi();
  const notice = useNotice();
  const refusals = useRefusals();
  const invalidate = useInvalidate();
  const titleOf = useRoomTitle();
  const details = useCall(getRoom, { params: { id: roomId } });
  const room = useRoom(roomId, me, openSocket);
  const [draft, setDraft] = useState('');
  const [writing, setWriting] = useState<Writing | null>(null);
  const [files, setFiles] = useState<readonly string[]>([]);
  /** Counts messages, so that each begins with no files; null while the choice is closed. */
  const [picker, setPicker] = useState<number | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const input = useRef<HTMLTextAreaElement>(null);
  const typedAt = useRef(0);
  const data = details.data;
  const others = data?.members.filter(({ id }) => id !== me) ?? [];
  const names = new Map(data?.members.map((member) => [member.id, member.display_name]));
  const nameOf = (id: string | null): string => {
    const name = id === null ? '' : names.get(id);
    return name === undefined ? t('someone') : name === '' ? t('gone_person') : name;
  };
  const readers = others.map(({ id, last_read_seq: seq }) => Math.max(seq, room.readBy.get(id) ?? 0));
  const readSeq = readers.length === 0 ? 0 : Math.min(...readers);

  const last = room.timeline.messages.findLast(({ author_id: author }) => author !== me)?.seq ?? 0;
  const read = useEffectEvent((seq: number): void => {
    if (document.visibilityState !== 'visible') return;
    // Over the socket where there is one; a reader of old messages may have none yet.
    if (!room.send({ type: 'read', seq }))
      void call(markRead, { params: { id: roomId }, body: { seq } }).catch(() => undefined);
    void invalidate(listRooms);
  });
  useEffect(() => {
    if (last === 0) return undefined;
    const look = (): void => read(last);
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [last]);

  const stranger = room.news?.author_id ?? null;
  const meet = useEffectEvent((id: string | null): void => {
    if (id !== null && data !== undefined && !names.has(id)) void details.refetch();
  });
  useEffect(() => meet(stranger), [stranger]);

  const begin = (kind: Writing['kind'], message: ChatMessage): void => {
    setWriting({ kind, message });
    if (kind === 'edit') setDraft(message.text);
    input.current?.focus();
  };
  const cancel = (): void => {
    if (writing?.kind === 'edit') setDraft('');
    setWriting(null);
  };
  const submit = (text: string): void => {
    if (writing?.kind === 'edit') {
      if (!room.send({ type: 'edit', id: writing.message.id, text })) {
        notice.warning(t('offline'));
        return;
      }
    } else {
      room.say(text, writing?.message ?? null, files);
      setFiles([]);
      setPicker(null);
    }
    setDraft('');
    setWriting(null);
  };
  const write = (text: string): void => {
    setDraft(text);
    if (text === '' || Date.now() - typedAt.current < 2_500) return;
    typedAt.current = Date.now();
    room.send({ type: 'typing' });
  };

  const menuOf = (message: ChatMessage): readonly MenuEntry[] => {
    if (message.deleted_at !== null || message.system !== null) return [];
    const reply = { label: t('menu.reply'), onPick: () => begin('reply', message) };
    if (message.author_id !== me) {
      return [reply, { label: t('menu.report'), onPick: () => setQuestion({ kind: 'report', message }) }];
    }
    return [
      reply,
      { label: t('menu.edit'), onPick: () => begin('edit', message) },
      { label: t('menu.remove'), onPick: () => setQuestion({ kind: 'remove', message }) },
    ];
  };
  const roomMenu = useRoomMenu(data, me, setQuestion);

  const problem = details.error ?? room.problem;
  const typists = room.typing.filter((id) => id !== me).map(nameOf);
  const context =
    writing === null
      ? null
      : {
          label:
            writing.kind === 'edit'
              ? t('editing')
              : t('replying', { name: nameOf(writing.message.author_id) }),
          text: writing.message.text,
        };
  return (
    <Box
      component="section"
      aria-label={data === undefined ? t('title') : titleOf(data, me)}
      sx={{ display: 'flex', flexDirection: 'column', flex: 1, minWidth: 0, minHeight: 0 }}
    >
      <RoomHeader title={data === undefined ? '' : titleOf(data, me)} menu={roomMenu} onBack={onBack} />
      {room.isLoading ? <LinearProgress aria-label={t('log')} /> : null}
      {problem === null || problem === undefined ? null : (
        <Box sx={{ p: 2 }}>
          <ErrorNotice error={problem} refusals={refusals} onRetry={room.reload} />
        </Box>
      )}
      <MessageList
        room={room}
        me={me}
        nameOf={nameOf}
        showsNames={data?.kind !== 'direct'}
        readSeq={readSeq}
        menuOf={menuOf}
      />
      <Box role="status" aria-live="polite" sx={visuallyHidden}>
        {room.news === null ? '' : t('news', { name: nameOf(room.news.author_id), text: room.news.text })}
      </Box>
      <Box sx={{ px: { xs: 1.5, sm: 3 }, pb: { xs: 1.5, sm: 2 }, pt: 0.5 }}>
        <Box sx={{ maxWidth: 860, mx: 'auto' }}>
          <Typography variant="caption" component="p" sx={{ minHeight: 20, px: 2, color: 'text.secondary' }}>
            {typists[0] === undefined ? '' : t('typing', { name: typists[0] })}
          </Typography>
          {room.refusal === null ? null : (
            <Alert severity="warning" sx={{ mb: 1 }}>
              {refusals[room.refusal] ?? t('refusal.failed')}
            </Alert>
          )}
          {room.state === 'waiting' ? (
            <Alert severity="warning" sx={{ mb: 1 }}>
              {t('offline')}
            </Alert>
          ) : null}
          {room.state === 'refused' ? (
            <Alert severity="info">{t('not_here')}</Alert>
          ) : data?.blocked === true ? (
            <Alert severity="info">{t('blocked')}</Alert>
          ) : (
            <>
              {picker === null || writing?.kind === 'edit' ? null : (
                <Box sx={{ mb: 1 }}>
                  <FilePicker
                    key={picker}
                    label={t('files')}
                    purpose="chat.attachment"
                    accept={attachmentTypes}
                    maxSize={largestAttachment}
                    maxFiles={mostAttachments}
                    onChange={(chosen) => setFiles(chosen.map(({ id }) => id))}
                  />
                </Box>
              )}
              <Composer
                value={draft}
                context={context}
                hasFiles={files.length > 0}
                onAttach={writing?.kind === 'edit' ? null : () => setPicker((now) => now ?? Date.now())}
                inputRef={input}
                onChange={write}
                onSubmit={submit}
                onCancel={cancel}
              />
            </>
          )}
        </Box>
      </Box>
      <QuestionDialog roomId={roomId} question={question} onClose={() => setQuestion(null)} onLeft={onLeft} />
    </Box>
  );
}
