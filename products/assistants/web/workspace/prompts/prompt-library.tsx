import CloseRounded from '@mui/icons-material/CloseRounded';
import { Box, Dialog, DialogContent, DialogTitle, IconButton, useMediaQuery } from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { type ReactNode, useId, useState } from 'react';
import { useCall, useSend, useText } from '#platform/web';
import {
  type Assistant,
  listAssistants,
  listPrompts,
  notePromptUse,
  type Prompt,
} from '../../../contract/index.ts';
import { workspaceTexts } from '../texts.ts';
import { fillPrompt, variablesOf } from './prompt.rules.ts';
import { PromptEditor } from './prompt-editor.tsx';
import { PromptShelves } from './prompt-shelves.tsx';
import { usePromptSearch } from './use-prompt-search.ts';
import { useRemoval } from './use-removal.ts';
import { useTakeOver } from './use-take-over.ts';
import { VariableForm } from './variable-form.tsx';

export interface PromptLibraryProps {
  readonly assistant: Assistant | undefined;
  /** Typed already: it can be kept as a prompt. */
  readonly draft: string;
  /** With the prompt as it is kept: variables are filled in the text. */
  readonly onInsert: (text: string, prompt: string) => void;
  readonly onClose: () => void;
}

type View =
  | { readonly kind: 'list' }
  | { readonly kind: 'edit'; readonly prompt: Prompt | null }
  | {
      readonly kind: 'fill';
      readonly text: string;
      readonly names: readonly string[];
      readonly prompt: Prompt | undefined;
    };

/** Prompts to take: the assistant's own, those the person keeps, and those the company shares. */
export function PromptLibrary({ assistant, draft, onInsert, onClose }: PromptLibraryProps): ReactNode {
  const t = useText(workspaceTexts);
  const titleId = useId();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const [view, setView] = useState<View>({ kind: 'list' });
  const { search, list } = usePromptSearch(assistant?.role);
  const removal = useRemoval();
  const takeOver = useTakeOver();
  const assistants = useCall(listAssistants, {}, { staleTime: 60_000 }).data?.items ?? [];
  // Whether it was noted or not, the person has the text.
  const noteUse = useSend(notePromptUse, { invalidates: [listPrompts], onError: () => undefined });

  const insert = (filled: string, text: string, prompt: Prompt | undefined): void => {
    if (prompt !== undefined) noteUse.mutate({ params: { id: prompt.id } });
    onInsert(filled, text);
  };
  const take = (text: string, prompt?: Prompt): void => {
    const names = variablesOf(text);
    if (names.length > 0) setView({ kind: 'fill', text, names, prompt });
    else insert(fillPrompt(text, {}, new Date()), text, prompt);
  };
  const toList = (): void => setView({ kind: 'list' });
  const content = (): ReactNode => {
    switch (view.kind) {
      case 'list':
        return (
          <PromptShelves
            search={search}
            list={list}
            removal={removal}
            takeOver={takeOver}
            assistant={assistant}
            assistants={assistants}
            hasDraft={draft.trim() !== ''}
            onTake={take}
            onEdit={(prompt) => setView({ kind: 'edit', prompt })}
          />
        );
      case 'edit':
        return <PromptEditor prompt={view.prompt} draft={draft} assistants={assistants} onDone={toList} />;
      case 'fill':
        return (
          <VariableForm
            text={view.text}
            names={view.names}
            onCancel={toList}
            onDone={(filled) => insert(filled, view.text, view.prompt)}
          />
        );
    }
  };
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="sm" fullScreen={narrow}>
      <DialogTitle id={titleId} sx={{ display: 'flex', alignItems: 'center', pr: 1.5 }}>
        <Box sx={{ flex: 1 }}>{view.kind === 'fill' ? t('prompt.fill') : t('prompt.title')}</Box>
        <IconButton aria-label={t('word.close')} onClick={onClose}>
          <CloseRounded fontSize="small" />
        </IconButton>
      </DialogTitle>
      <DialogContent sx={{ pt: '8px !important' }}>{content()}</DialogContent>
    </Dialog>
  );
}
