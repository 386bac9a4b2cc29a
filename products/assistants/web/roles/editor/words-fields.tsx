import { Box, TextField } from '@mui/material';
import type { ReactNode } from 'react';

interface Words {
  readonly ru: string;
  readonly en: string;
}

export interface WordsFieldsProps {
  /** Labels of the two fields. */
  readonly ru: string;
  readonly en: string;
  readonly value: Words;
  readonly multiline?: boolean;
  readonly disabled: boolean;
  readonly onChange: (value: { ru: string; en: string }) => void;
}

/** A text in both languages. */
export function WordsFields({
  ru,
  en,
  value,
  multiline = false,
  disabled,
  onChange,
}: WordsFieldsProps): ReactNode {
  const field = (label: string, language: 'ru' | 'en'): ReactNode => (
    <TextField
      required
      size="small"
      label={label}
      value={value[language]}
      disabled={disabled}
      multiline={multiline}
      error={value[language].trim() === ''}
      onChange={({ target }) => onChange({ ...value, [language]: target.value })}
      slotProps={{ htmlInput: { maxLength: 400, lang: language } }}
    />
  );
  return (
    <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: '1fr', sm: '1fr 1fr' }, minWidth: 0 }}>
      {field(ru, 'ru')}
      {field(en, 'en')}
    </Box>
  );
}
