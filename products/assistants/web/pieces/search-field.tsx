import { type SxProps, TextField } from '@mui/material';
import type { ReactNode } from 'react';

export interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
  readonly sx?: SxProps;
}

/** Words that narrow a list as they are typed. */
export function SearchField({ label, value, onChange, sx }: SearchFieldProps): ReactNode {
  return (
    <TextField
      size="small"
      type="search"
      label={label}
      value={value}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{ htmlInput: { maxLength: 200 } }}
      sx={sx}
    />
  );
}
