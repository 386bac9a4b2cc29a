import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import type { DictionaryEntry } from '../../../contract/index.ts';
import { studioTexts } from '../texts.ts';
import { useDictionary } from '../use-dictionary.ts';

interface EntrySelectProps {
  readonly kind: DictionaryEntry['kind'];
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (code: string | null) => void;
  readonly name?: string;
  readonly required?: boolean;
  readonly fault?: string | undefined;
  readonly help?: string;
}

/** One entry of a dictionary. What is out of use can be kept, not chosen. */
export function EntrySelect(props: EntrySelectProps): ReactNode {
  const { kind, label, value, onChange, name, required = false, fault, help } = props;
  const t = useText(studioTexts);
  const choices = useDictionary(kind);
  const isKnown = value === null || choices.some(({ code }) => code === value);
  return (
    <TextField
      select
      fullWidth
      label={label}
      name={name ?? kind}
      required={required}
      value={value ?? ''}
      error={fault !== undefined}
      helperText={fault ?? help}
      onChange={({ target }) => onChange(target.value === '' ? null : target.value)}
    >
      {required ? null : <MenuItem value="">{t('word.none')}</MenuItem>}
      {isKnown ? null : <MenuItem value={value}>{value}</MenuItem>}
      {choices
        .filter(({ code, entry }) => entry.active || code === value)
        .map(({ code, name: title }) => (
          <MenuItem key={code} value={code}>
            {title}
          </MenuItem>
        ))}
    </TextField>
  );
}
