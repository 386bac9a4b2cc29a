import { Autocomplete, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { studioTexts } from '../texts.ts';

interface ManySelectProps {
  readonly label: string;
  readonly options: readonly { readonly code: string; readonly name: string }[];
  readonly value: readonly string[];
  readonly onChange: (codes: string[]) => void;
  readonly most: number;
  readonly fault?: string | undefined;
  readonly help?: string;
}

/** Several of a list, as chips that can be taken away again. */
export function ManySelect({
  label,
  options,
  value,
  onChange,
  most,
  fault,
  help,
}: ManySelectProps): ReactNode {
  const t = useText(studioTexts);
  return (
    <Autocomplete
      multiple
      disableCloseOnSelect
      options={options.map(({ code }) => code)}
      getOptionLabel={(code) => options.find((option) => option.code === code)?.name ?? code}
      getOptionDisabled={(code) => value.length >= most && !value.includes(code)}
      value={[...value]}
      onChange={(_event, codes) => onChange(codes)}
      noOptionsText={t('word.nothing_found')}
      openText={t('word.open')}
      closeText={t('word.close')}
      clearText={t('word.clear')}
      renderInput={(params) => (
        <TextField {...params} label={label} error={fault !== undefined} helperText={fault ?? help} />
      )}
    />
  );
}
