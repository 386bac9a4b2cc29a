import { TextField } from '@mui/material';
import type { ReactNode } from 'react';

export interface SourceFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** A machine reads it: letters of one width, nothing is corrected. */
  readonly isCode?: boolean;
  readonly fault?: string | undefined;
  readonly help?: string | undefined;
}

/** An arrow of two signs must be seen as two signs. */
const plainSigns = { fontVariantLigatures: 'none', fontFeatureSettings: '"calt" 0' } as const;

/** A large field for the source of a diagram. */
export function SourceField(props: SourceFieldProps): ReactNode {
  const { label, placeholder, value, onChange, isCode = false, fault, help } = props;
  return (
    <TextField
      fullWidth
      multiline
      minRows={12}
      maxRows={24}
      label={label}
      placeholder={placeholder}
      value={value}
      error={fault !== undefined}
      helperText={fault ?? help}
      onChange={({ target }) => onChange(target.value)}
      slotProps={{
        inputLabel: { shrink: true },
        formHelperText: { sx: plainSigns },
        htmlInput: { spellCheck: isCode ? 'false' : undefined },
        input: {
          sx: isCode
            ? {
                fontFamily: 'ui-monospace, "JetBrains Mono", "Cascadia Code", Menlo, Consolas, monospace',
                fontSize: '0.8125rem',
                lineHeight: 1.6,
              }
            : { fontSize: '0.9375rem', ...plainSigns },
        },
      }}
    />
  );
}
