import { InputBase } from '@mui/material';
import type { ReactNode } from 'react';

export interface SmallFieldProps {
  readonly label: string;
  readonly value: string;
  /** CSS pixels. */
  readonly width: number;
  readonly align: 'center' | 'right';
  readonly length: number;
  /** The id of the words about what is wrong; undefined while nothing is. */
  readonly faultId: string | undefined;
  readonly onWrite: (text: string) => void;
  readonly onLeave?: () => void;
}

/** A field for a number or a time among others, named for screen readers only. */
export function SmallField(props: SmallFieldProps): ReactNode {
  const { label, value, width, align, length, faultId, onWrite, onLeave } = props;
  const isFaulty = faultId !== undefined;
  return (
    <InputBase
      value={value}
      error={isFaulty}
      onChange={({ target }) => onWrite(target.value)}
      onBlur={onLeave}
      slotProps={{
        input: {
          'aria-label': label,
          'aria-invalid': isFaulty ? true : undefined,
          'aria-describedby': faultId,
          maxLength: length,
          inputMode: 'decimal',
          autoComplete: 'off',
        },
      }}
      sx={{
        width,
        border: 1,
        borderColor: isFaulty ? 'error.main' : 'divider',
        borderRadius: '8px',
        bgcolor: 'background.paper',
        fontSize: '0.9375rem',
        '&.Mui-focused': {
          borderColor: 'primary.main',
          boxShadow: '0 0 0 1px var(--mui-palette-primary-main)',
        },
        '& input': { textAlign: align, px: 0.75, py: 0.75, fontVariantNumeric: 'tabular-nums' },
      }}
    />
  );
}
