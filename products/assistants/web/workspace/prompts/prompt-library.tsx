import AddRounded from '@mui/icons-material/AddRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import {
  Alert,
  Box,
  Button,
  Dialog,
  DialogContent,
  DialogTitle,
  IconButton,
  TextField,
  Typography,
  useMediaQuery,
} from '@mui/material';
import { useTheme } from '@mui/material/styles';
import { type ReactNode, useId, useRef, useState } from 'react';
import { useLocalized, useText } from '#platform/web';
import type { Assistant } from '../../../contract/index.ts';
import { workspaceTexts } from '../texts.ts';
import { fillPrompt, type Prompt, variablesOf } from './prompt.rules.ts';
import { PromptEditor } from './prompt-editor.tsx';
import { PromptRow } from './prompt-row.tsx';
import { usePromptStore } from './prompt-store.ts';
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
  | { readonly kind: 'fill'; readonly text: string; readonly names: readonly string[] };

/** Prompts to take: the assistant's own, and those the person keeps. */
export function PromptLibrary({ assistant, draft, onInsert, onClose }: PromptLibraryProps): ReactNode {
  const t = useText(workspaceTexts);
  const localized = useLocalized();
  const titleId = useId();
  const narrow = useMediaQuery(useTheme().breakpoints.down('sm'));
  const mine = usePromptStore(({ prompts }) => prompts);
  const save = usePromptStore((state) => state.save);
  const remove = usePromptStore((state) => state.remove);
  const [view, setView] = useState<View>({ kind: 'list' });
  const [typed, setTyped] = useState('');
  const [dropped, setDropped] = useState<Prompt | null>(null);
  const search = useRef<HTMLInputElement>(null);
  const words = typed.trim().toLowerCase();
  const fits = (...texts: readonly string[]): boolean =>
    texts.some((text) => text.toLowerCase().includes(words));

  const take = (text: string): void => {
    const names = variablesOf(text);
    if (names.length > 0) setView({ kind: 'fill', text, names });
    else onInsert(fillPrompt(text, {}, new Date()), text);
  };
  const drop = (prompt: Prompt): void => {
    remove(prompt.id);
    setDropped(prompt);
    search.current?.focus();
  };
  const starters = (assistant?.starters ?? []).map(localized).filter((text) => fits(text));
  const shown = mine.filter(({ title, text }) => fits(title, text));
  const list = (): ReactNode => (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <TextField
        size="small"
        type="search"
        autoFocus
        inputRef={search}
        placeholder={t('prompt.search')}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        slotProps={{ htmlInput: { 'aria-label': t('prompt.search') } }}
      />
      {starters.length === 0 || assistant === undefined ? null : (
        <Box component="section">
          <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
            {localized(assistant.title)}
          </Typography>
          {starters.map((text) => (
            <PromptRow key={text} title={text} onTake={() => take(text)} />
          ))}
        </Box>
      )}
      <Box component="section">
        <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
          <Typography variant="overline" component="h3" sx={{ color: 'text.secondary' }}>
            {t('prompt.mine')}
          </Typography>
          <Button
            size="small"
            startIcon={<AddRounded />}
            onClick={() => setView({ kind: 'edit', prompt: null })}
          >
            {draft.trim() === '' ? t('prompt.create') : t('prompt.keep_draft')}
          </Button>
        </Box>
        {dropped === null ? null : (
          <Alert
            severity="info"
            variant="outlined"
            sx={{ my: 1, py: 0 }}
            action={
              <Button
                size="small"
                color="inherit"
                onClick={() => {
                  save(dropped);
                  setDropped(null);
                  search.current?.focus();
                }}
              >
                {t('prompt.bring_back')}
              </Button>
            }
          >
            {t('prompt.removed')}
          </Alert>
        )}
        {shown.length === 0 ? (
          <Typography variant="body2" sx={{ color: 'text.secondary', py: 1 }}>
            {mine.length === 0 ? t('prompt.none') : t('prompt.none_found')}
          </Typography>
        ) : (
          shown.map((prompt) => (
            <PromptRow
              key={prompt.id}
              title={prompt.title}
              text={prompt.text}
              onTake={() => take(prompt.text)}
              onEdit={() => setView({ kind: 'edit', prompt })}
              onRemove={() => drop(prompt)}
            />
          ))
        )}
      </Box>
    </Box>
  );
  const content = (): ReactNode => {
    switch (view.kind) {
      case 'list':
        return list();
      case 'edit':
        return (
          <PromptEditor
            prompt={view.prompt}
            draft={draft}
            onCancel={() => setView({ kind: 'list' })}
            onSave={(prompt) => {
              save(prompt);
              setView({ kind: 'list' });
            }}
          />
        );
      case 'fill':
        return (
          <VariableForm
            text={view.text}
            names={view.names}
            onCancel={() => setView({ kind: 'list' })}
            onDone={(text) => onInsert(text, view.text)}
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
