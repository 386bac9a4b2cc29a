import { Box, TextField } from '@mui/material';
import { type ReactNode, useRef } from 'react';
import { type CursorListState, useLocalized, useText } from '#platform/web';
import type { Assistant, Prompt } from '../../../contract/index.ts';
import { useMyCompany } from '../../pieces/use-my-company.ts';
import { workspaceTexts } from '../texts.ts';
import { PromptFilters } from './prompt-filters.tsx';
import { PromptList } from './prompt-list.tsx';
import { StarterList } from './starter-list.tsx';
import { TakeOverNote } from './take-over-note.tsx';
import type { PromptSearch } from './use-prompt-search.ts';
import type { Removal } from './use-removal.ts';
import type { TakeOver } from './use-take-over.ts';

export interface PromptShelvesProps {
  readonly search: PromptSearch;
  readonly list: CursorListState<Prompt>;
  readonly removal: Removal;
  readonly takeOver: TakeOver;
  readonly assistant: Assistant | undefined;
  readonly assistants: readonly Assistant[];
  readonly hasDraft: boolean;
  readonly onTake: (text: string, prompt?: Prompt) => void;
  readonly onEdit: (prompt: Prompt | null) => void;
}

/** All there is to take, searched in one field: the assistant's own, those kept, those still in this browser. */
export function PromptShelves(props: PromptShelvesProps): ReactNode {
  const { search, list, removal, takeOver, assistant, assistants, hasDraft, onTake, onEdit } = props;
  const t = useText(workspaceTexts);
  const localized = useLocalized();
  const inCompany = useMyCompany()?.personal === false;
  const field = useRef<HTMLInputElement>(null);
  const { typed, scope, forRole, set } = search;
  const isNarrowed = typed.trim() !== '' || scope !== 'all' || forRole;
  const filters =
    list.items.length === 0 && !isNarrowed ? null : (
      <PromptFilters
        scope={scope}
        {...(inCompany ? { onScope: (next) => set({ scope: next }) } : {})}
        roleTitle={assistant === undefined ? '' : localized(assistant.title)}
        forRole={forRole}
        onForRole={(next) => set({ forRole: next })}
      />
    );
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <TextField
        size="small"
        type="search"
        autoFocus
        inputRef={field}
        placeholder={t('prompt.search')}
        value={typed}
        onChange={({ target }) => set({ typed: target.value })}
        slotProps={{ htmlInput: { 'aria-label': t('prompt.search'), maxLength: 200 } }}
      />
      {assistant === undefined ? null : (
        <StarterList assistant={assistant} words={typed.trim()} onTake={onTake} />
      )}
      <PromptList
        list={list}
        removal={removal}
        assistants={assistants}
        inCompany={inCompany}
        isNarrowed={isNarrowed}
        hasDraft={hasDraft}
        filters={filters}
        onTake={(prompt) => onTake(prompt.text, prompt)}
        onEdit={onEdit}
        onFocusLost={() => field.current?.focus()}
      />
      <TakeOverNote
        takeOver={takeOver}
        isOfflineTold={list.error?.unreachable === true}
        words={typed.trim()}
        onTake={onTake}
      />
    </Box>
  );
}
