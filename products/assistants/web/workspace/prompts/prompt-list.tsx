import AddRounded from '@mui/icons-material/AddRounded';
import { Alert, Box, Button, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CursorList, type CursorListState, useLocalized, useText } from '#platform/web';
import type { Assistant, Prompt } from '../../../contract/index.ts';
import { workspaceTexts } from '../texts.ts';
import { PromptMarks } from './prompt-marks.tsx';
import { PromptRow } from './prompt-row.tsx';
import type { Removal } from './use-removal.ts';

export interface PromptListProps {
  readonly list: CursorListState<Prompt>;
  readonly removal: Removal;
  readonly assistants: readonly Assistant[];
  /** Others may be among them. */
  readonly inCompany: boolean;
  /** Something was searched for or left out. */
  readonly isNarrowed: boolean;
  readonly hasDraft: boolean;
  readonly filters: ReactNode;
  readonly onTake: (prompt: Prompt) => void;
  /** Null: a new one. */
  readonly onEdit: (prompt: Prompt | null) => void;
  /** The row that had the focus is gone. */
  readonly onFocusLost: () => void;
}

/** The prompts kept on the server, the one used last first. */
export function PromptList(props: PromptListProps): ReactNode {
  const { list, removal, assistants, inCompany, isNarrowed, hasDraft, filters } = props;
  const { onTake, onEdit, onFocusLost } = props;
  const t = useText(workspaceTexts);
  const localized = useLocalized();
  const items = list.items.filter(({ id }) => !removal.isGone(id));
  const heading = inCompany ? t('prompt.ours') : t('prompt.mine');
  const titleOf = (role: string | null): string => {
    const assistant = assistants.find((each) => each.role === role);
    return assistant === undefined ? (role ?? '') : localized(assistant.title);
  };
  const row = (prompt: Prompt): ReactNode => (
    <PromptRow
      title={prompt.title}
      text={prompt.text}
      marks={<PromptMarks prompt={prompt} roleTitle={titleOf(prompt.role)} />}
      onTake={() => onTake(prompt)}
      {...(prompt.can_change
        ? {
            onEdit: () => onEdit(prompt),
            onRemove: () => {
              void removal.drop(prompt);
              onFocusLost();
            },
          }
        : {})}
    />
  );
  return (
    <Box component="section">
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
          {heading}
        </Typography>
        <Button size="small" startIcon={<AddRounded />} onClick={() => onEdit(null)}>
          {hasDraft ? t('prompt.keep_draft') : t('prompt.create')}
        </Button>
      </Box>
      {filters}
      {removal.dropped === null ? null : (
        <Alert
          severity="info"
          variant="outlined"
          sx={{ my: 1, py: 0 }}
          action={
            <Button
              size="small"
              color="inherit"
              loading={removal.isComingBack}
              onClick={() => {
                onFocusLost();
                void removal.bringBack();
              }}
            >
              {t('prompt.bring_back')}
            </Button>
          }
        >
          {t('prompt.removed')}
        </Alert>
      )}
      <CursorList
        list={{ ...list, items }}
        gap={0.25}
        label={heading}
        keyOf={({ id }) => id}
        empty={
          <Typography variant="body2" sx={{ color: 'text.secondary', py: 1 }}>
            {isNarrowed ? t('prompt.none_found') : t('prompt.none')}
          </Typography>
        }
      >
        {row}
      </CursorList>
    </Box>
  );
}
