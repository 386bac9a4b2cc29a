import SearchRounded from '@mui/icons-material/SearchRounded';
import { Box, Button, TextField } from '@mui/material';
import { type ReactNode, useEffect, useState } from 'react';

export interface SearchFormProps {
  /** What was asked last. */
  readonly question: string;
  readonly label: string;
  readonly submitLabel: string;
  readonly placeholder?: string;
  readonly help?: string;
  /** In characters. */
  readonly limit: number;
  readonly autoFocus?: boolean;
  /** Given the words without the space around them; never nothing. */
  readonly onSearch: (question: string) => void;
}

/** Where words to search for are written, and sent when they are complete. */
export function SearchForm(props: SearchFormProps): ReactNode {
  const { question, label, submitLabel, placeholder, help, limit, autoFocus = false, onSearch } = props;
  const [text, setText] = useState(question);
  useEffect(() => setText(question), [question]);
  const words = text.trim();
  return (
    <Box
      component="form"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        if (words !== '') onSearch(words);
      }}
      sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', flex: 1, minWidth: 0 }}
    >
      <TextField
        fullWidth
        size="small"
        type="search"
        autoFocus={autoFocus}
        label={label}
        placeholder={placeholder}
        helperText={help}
        value={text}
        onChange={({ target }) => setText(target.value)}
        slotProps={{ htmlInput: { maxLength: limit } }}
      />
      <Button
        type="submit"
        variant="outlined"
        color="inherit"
        startIcon={<SearchRounded />}
        disabled={words === ''}
        sx={{ flexShrink: 0 }}
      >
        {submitLabel}
      </Button>
    </Box>
  );
}
