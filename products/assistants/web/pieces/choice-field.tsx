import { MenuItem, type SxProps, TextField } from '@mui/material';
import type { ReactNode } from 'react';

export interface Choice<Value extends string | number> {
  /** An empty text where any will do. */
  readonly value: Value;
  readonly label: string;
}

export interface ChoiceFieldProps<Value extends string | number> {
  readonly label: string;
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
  readonly sx?: SxProps;
}

/** One of a few values. */
export function ChoiceField<Value extends string | number>(props: ChoiceFieldProps<Value>): ReactNode {
  const { label, value, choices, onChange, sx } = props;
  return (
    <TextField
      select
      size="small"
      label={label}
      value={value}
      onChange={({ target }) => {
        const chosen = choices.find((choice) => String(choice.value) === String(target.value));
        if (chosen !== undefined) onChange(chosen.value);
      }}
      slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      sx={sx}
    >
      {choices.map((choice) => (
        <MenuItem key={choice.value} value={choice.value} sx={{ whiteSpace: 'normal' }}>
          {choice.label}
        </MenuItem>
      ))}
    </TextField>
  );
}
