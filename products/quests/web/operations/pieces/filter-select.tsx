import { MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { operationsTexts } from '../texts.ts';

interface FilterSelectProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly values: readonly Value[];
  readonly nameOf: (value: Value) => string;
  /** An empty value means all. */
  readonly onChange: (value: string) => void;
  /** What stands for no choice; "all" if not given. */
  readonly anyLabel?: string;
}

/** One choice that narrows a list. */
export function FilterSelect<Value extends string>(props: FilterSelectProps<Value>): ReactNode {
  const { label, value, values, nameOf, onChange, anyLabel } = props;
  const t = useText(operationsTexts);
  return (
    <TextField
      select
      label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange(target.value)}
      sx={{ flex: { xs: '1 1 42%', sm: '0 0 auto' }, minWidth: { xs: 140, sm: 190 } }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
    >
      <MenuItem value="">{anyLabel ?? t('any')}</MenuItem>
      {values.map((one) => (
        <MenuItem key={one} value={one}>
          {nameOf(one)}
        </MenuItem>
      ))}
    </TextField>
  );
}
