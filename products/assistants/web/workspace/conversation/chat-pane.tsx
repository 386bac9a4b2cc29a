import { Box, useMediaQuery } from '@mui/material';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useDocumentTitle, useLocalized, useNotice, useSend, useText } from '#platform/web';
import {
  type Assistant,
  type ConversationMessage,
  changeConversation,
  getConversation,
} from '../../../contract/index.ts';
import { Composer } from '../composer/composer.tsx';
import { useDraftStore } from '../composer/draft-store.ts';
import { DropArea } from '../composer/drop-area.tsx';
import { useAttach } from '../composer/use-attach.ts';
import { isRunning, type Request } from '../exchange/exchange.rules.ts';
import { placeOf } from '../exchange/exchange-store.ts';
import { useExchange } from '../exchange/use-exchange.ts';
import { PromptLibrary } from '../prompts/prompt-library.tsx';
import { useRefusals } from '../refusals.ts';
import { workspaceTexts } from '../texts.ts';
import { FinishedNews } from './finished-news.tsx';
import { MessageList } from './message-list.tsx';
import { PaneHeader } from './pane-header.tsx';
import { ShortcutsDialog, useShortcuts } from './shortcuts.tsx';
import { StatusNote } from './status-note.tsx';
import { useConversation } from './use-conversation.ts';
import { useNewArtifacts } from './use-new-artifacts.ts';

export interface ChatPaneProps {
  readonly role: string;
  readonly assistant: Assistant | undefined;
  readonly id: string | null;
  /** The panel has room beside the conversation. */
  readonly besideFits: boolean;
  readonly onShowList?: () => void;
  readonly onSearch: () => void;
  readonly onNew: () => void;
}

/** One conversation: with whom, its messages, and where the next question is written. */
export function ChatPane(props: ChatPaneProps): ReactNode {
  const { role, assistant, id, besideFits, onShowList, onSearch, onNew } = props;
  const t = useText(workspaceTexts);
  const localized = useLocalized();
  const notice = useNotice();
  const refusals = useRefusals();
  const place = placeOf(role, id);
  const { exchange, send, stop, clear } = useExchange(role, id);
  const running = isRunning(exchange);
  const conversation = useConversation(id, false);
  const draft = useDraftStore(({ texts }) => texts[place] ?? '');
  const write = useDraftStore((state) => state.write);
  const attachFiles = useDraftStore((state) => state.attach);
  const attaching = useAttach(place);
  const input = useRef<HTMLTextAreaElement>(null);
  const finePointer = useMediaQuery('(pointer: fine)');
  const [dialog, setDialog] = useState<'prompts' | 'keys' | null>(null);
  const [editing, setEditing] = useState<string | null>(null);
  const [nextProject, setNextProject] = useState<string | null>(null);
  const change = useSend(changeConversation, {
    invalidates: [getConversation],
    onError: (problem) => notice.error(problem, refusals),
  });
  useNewArtifacts(exchange, besideFits);

  const roleTitle = assistant === undefined ? '' : localized(assistant.title);
  const title = conversation.conversation?.title ?? '';
  useDocumentTitle(title === '' ? roleTitle || t('title') : title);

  // Another conversation is a reason to write; on touch screens the keyboard would cover it.
  const writesIn = finePointer ? place : null;
  useEffect(() => {
    setEditing(null);
    if (writesIn !== null) input.current?.focus({ preventScroll: true });
  }, [writesIn]);

  // What was pressed is gone or means something else by now; the next thing to do is to write.
  const toField = useCallback((): void => {
    if (finePointer) input.current?.focus({ preventScroll: true });
  }, [finePointer]);
  const stopAnswer = (): void => {
    stop();
    toField();
  };
  useShortcuts({ onNew, onSearch, onHelp: () => setDialog('keys'), onStop: stopAnswer });

  const run = useCallback(
    (request: Request): void => {
      void send(request);
      toField();
    },
    [send, toField],
  );
  const ask = (message: string): void => {
    const { files } = attaching;
    write(place, '');
    attachFiles(place, () => []);
    run({ kind: 'ask', message, files, projectId: id === null ? nextProject : null, editOf: null });
  };
  const askAgain = useCallback(
    ({ id: editOf, files }: ConversationMessage, message: string) =>
      run({ kind: 'ask', message, files, projectId: null, editOf }),
    [run],
  );
  const regenerate = useCallback(
    (message: ConversationMessage) => run({ kind: 'regenerate', answerId: message.id }),
    [run],
  );
  const goOn = useCallback(
    (message: ConversationMessage) =>
      run({ kind: 'continue', answerId: message.id, before: message.content }),
    [run],
  );
  const takeBack = (): void => {
    if (exchange?.request.kind !== 'ask') return;
    const { message, files } = exchange.request;
    write(place, message);
    attachFiles(place, () => files);
    clear();
    input.current?.focus();
  };
  const insert = (text: string, prompt = text): void => {
    setDialog(null);
    const typed = draft.trim();
    // What was typed has just been kept as this prompt: it is not asked twice.
    write(place, typed === '' || typed === prompt.trim() ? text : `${draft}\n${text}`);
    // After the dialog has given the focus back.
    setTimeout(() => input.current?.focus(), 0);
  };
  return (
    <DropArea
      onDrop={(files) => {
        if (attaching.add(files) > 0) notice.warning(t('file.too_many'));
      }}
    >
      <PaneHeader
        role={role}
        roleTitle={roleTitle}
        title={title}
        projectId={id === null ? nextProject : (conversation.conversation?.project_id ?? null)}
        busy={running}
        {...(onShowList === undefined ? {} : { onShowList })}
        onNew={onNew}
        onHelp={() => setDialog('keys')}
        onProject={(projectId) => {
          if (id === null) setNextProject(projectId);
          else change.mutate({ params: { id }, body: { project_id: projectId } });
        }}
      />
      <MessageList
        key={id ?? place}
        conversation={conversation}
        exchange={exchange}
        assistant={assistant}
        editing={editing}
        onEditing={setEditing}
        onAskAgain={askAgain}
        onRegenerate={regenerate}
        onContinue={goOn}
        onFollow={ask}
        onRetry={() => {
          if (exchange !== null) run(exchange.request);
        }}
        onTakeBack={takeBack}
        onPick={insert}
        onShowPrompts={() => setDialog('prompts')}
      />
      <FinishedNews exchange={exchange} />
      <Box sx={{ px: { xs: 1.5, sm: 3 }, pb: { xs: 1.25, sm: 1.5 }, pt: 1, flexShrink: 0 }}>
        <Box sx={{ maxWidth: 800, mx: 'auto' }}>
          <StatusNote />
          <Composer
            value={draft}
            running={running}
            inputRef={input}
            attaching={attaching}
            onChange={(text) => write(place, text)}
            onSend={ask}
            onStop={stopAnswer}
            onShowPrompts={() => setDialog('prompts')}
            onEditLast={() =>
              setEditing(conversation.messages.findLast(({ author }) => author === 'user')?.id ?? null)
            }
          />
        </Box>
      </Box>
      {dialog === 'keys' ? <ShortcutsDialog onClose={() => setDialog(null)} /> : null}
      {dialog === 'prompts' ? (
        <PromptLibrary
          assistant={assistant}
          draft={draft}
          onInsert={insert}
          onClose={() => setDialog(null)}
        />
      ) : null}
    </DropArea>
  );
}
