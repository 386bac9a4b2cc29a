import SearchRounded from '@mui/icons-material/SearchRounded';
import { Box, Button, TextField } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';
import { useText } from '#platform/web';
import { knowledgeTexts } from '../texts.ts';

export interface QuestionFormProps {
  readonly question: string;
  readonly onAsk: (question: string) => void;
  readonly autoFocus?: boolean;
}

/** Where a question to the documents is written. */
export function QuestionForm({ question, onAsk, autoFocus = false }: QuestionFormProps): ReactNode {
  const t = useText(knowledgeTexts);
  const [text, setText] = useState(question);
  useEffect(() => setText(question), [question]);
  return (
    <Box
      component="form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onAsk(text.trim());
      }}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flex: 1, minWidth: 0 }}
    >
      <TextField
        fullWidth
        size="small"
        type="search"
        autoFocus={autoFocus}
        label={t('search.label')}
        placeholder={t('search.placeholder')}
        value={text}
        onChange={({ target }) => setText(target.value)}
        slotProps={{ htmlInput: { maxLength: 2_000 } }}
      />
      <Button
        type="submit"
        variant="outlined"
        color="inherit"
        startIcon={<SearchRounded />}
        disabled={text.trim() === ''}
        sx={{ flexShrink: 0 }}
      >
        {t('search.submit')}
      </Button>
    </Box>
  );
}
