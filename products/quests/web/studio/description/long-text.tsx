import { TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { studioTexts } from '../texts.ts';

interface LongTextProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly most: number;
  readonly help?: string;
  readonly fault?: string | undefined;
  readonly rows?: number;
  readonly required?: boolean;
  readonly autoFocus?: boolean;
}

/** A text with a limit; near the limit it says how much is left. */
export function LongText(props: LongTextProps): ReactNode {
  const { label, value, onChange, most, help, fault, rows = 1, required = false, autoFocus = false } = props;
  const t = useText(studioTexts);
  const left = most - value.length;
  const hint = left <= most / 5 ? t('field.left', { count: left }) : help;
  return (
    <TextField
      fullWidth
      label={label}
      value={value}
      required={required}
      autoFocus={autoFocus}
      error={fault !== undefined}
      helperText={fault ?? hint}
      onChange={({ target }) => onChange(target.value)}
      {...(rows > 1 ? { multiline: true, minRows: rows, maxRows: 16 } : {})}
      slotProps={{ htmlInput: { maxLength: most }, formHelperText: { 'aria-live': 'polite' } }}
    />
  );
}
