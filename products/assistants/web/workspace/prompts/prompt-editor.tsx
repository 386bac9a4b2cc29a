import { Box, Button, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';
import { longestText, longestTitle, type Prompt } from './prompt.rules.ts';

export interface PromptEditorProps {
  readonly prompt: Prompt | null;
  readonly draft: string;
  readonly onCancel: () => void;
  readonly onSave: (prompt: Prompt) => void;
}

/** Writes or changes a prompt of one's own. */
export function PromptEditor({ prompt, draft, onCancel, onSave }: PromptEditorProps): ReactNode {
  const t = useText(workspaceTexts);
  const [title, setTitle] = useState(prompt?.title ?? '');
  const [text, setText] = useState(prompt?.text ?? draft.slice(0, longestText));
  const ready = title.trim() !== '' && text.trim() !== '';
  return (
    <Box
      component="form"
      sx={{ display: 'grid', gap: 2 }}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSave({ id: prompt?.id ?? crypto.randomUUID(), title: title.trim(), text: text.trim() });
      }}
    >
      <TextField
        autoFocus
        label={t('prompt.name')}
        value={title}
        onChange={({ target }) => setTitle(target.value)}
        slotProps={{ htmlInput: { maxLength: longestTitle } }}
      />
      <TextField
        multiline
        minRows={5}
        maxRows={14}
        label={t('prompt.text')}
        helperText={t('prompt.text_help')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        slotProps={{ htmlInput: { maxLength: longestText } }}
      />
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, pb: 1 }}>
        <Button color="inherit" onClick={onCancel}>
          {t('word.cancel')}
        </Button>
        <Button type="submit" variant="contained" disabled={!ready}>
          {t('word.save')}
        </Button>
      </Box>
    </Box>
  );
}
