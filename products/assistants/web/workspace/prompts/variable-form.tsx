import { Box, Button, TextField, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';
import { fillPrompt } from './prompt.rules.ts';

export interface VariableFormProps {
  readonly text: string;
  readonly names: readonly string[];
  readonly onCancel: () => void;
  readonly onDone: (text: string) => void;
}

/** Asks for what changes in a prompt from time to time. */
export function VariableForm({ text, names, onCancel, onDone }: VariableFormProps): ReactNode {
  const t = useText(workspaceTexts);
  const [values, setValues] = useState<Readonly<Record<string, string>>>({});
  const filled = fillPrompt(text, values, new Date());
  return (
    <Box
      component="form"
      sx={{ display: 'grid', gap: 2 }}
      onSubmit={(event) => {
        event.preventDefault();
        onDone(filled);
      }}
    >
      {names.map((name, index) => (
        <TextField
          key={name}
          autoFocus={index === 0}
          multiline
          maxRows={6}
          label={name}
          value={values[name] ?? ''}
          onChange={({ target }) => setValues({ ...values, [name]: target.value })}
        />
      ))}
      <Typography
        variant="body2"
        sx={{ color: 'text.secondary', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}
      >
        {filled}
      </Typography>
      <Box sx={{ display: 'flex', justifyContent: 'flex-end', gap: 1, pb: 1 }}>
        <Button color="inherit" onClick={onCancel}>
          {t('word.cancel')}
        </Button>
        <Button type="submit" variant="contained">
          {t('prompt.insert')}
        </Button>
      </Box>
    </Box>
  );
}
