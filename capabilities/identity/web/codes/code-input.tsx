import { Box, FormHelperText, FormLabel } from '@mui/material';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';

export interface CodeInputProps {
  readonly label: string;
  readonly value: string;
  /** Digits only, at most six. */
  readonly onChange: (code: string) => void;
  /** All six digits are there. */
  readonly onComplete?: (code: string) => void;
  /** What is wrong with it, under the field. */
  readonly fault?: string | undefined;
  /** Takes the keyboard when it appears. */
  readonly takesFocus?: boolean;
}

const length = 6;
const places = Array.from({ length }, (_, place) => place);

/** What somebody typed or pasted, as the digits of a code. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '').slice(0, length);
}

/**
 * Six digits in six boxes. It is one field underneath: pasting, deleting, screen readers and the codes that
 * telephones suggest work as anywhere else.
 */
export function CodeInput(props: CodeInputProps): ReactNode {
  const { label, value, onChange, onComplete, fault, takesFocus = false } = props;
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [focused, setFocused] = useState(false);

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);

  const take = (text: string): void => {
    const digits = digitsOf(text);
    if (digits === value) return;
    onChange(digits);
    if (digits.length === length) onComplete?.(digits);
  };
  const at = Math.min(value.length, length - 1);
  return (
    <Box>
      <FormLabel
        htmlFor={id}
        sx={{ display: 'block', mb: 1, fontSize: '0.875rem' }}
        error={fault !== undefined}
      >
        {label}
      </FormLabel>
      <Box sx={{ position: 'relative' }}>
        <Box aria-hidden sx={{ display: 'grid', gridTemplateColumns: `repeat(${length}, 1fr)`, gap: 1 }}>
          {places.map((place) => (
            <Box
              key={place}
              sx={{
                display: 'grid',
                placeItems: 'center',
                height: 52,
                borderRadius: '10px',
                fontSize: '1.375rem',
                fontWeight: 600,
                fontVariantNumeric: 'tabular-nums',
                border: focused && place === at ? 2 : 1,
                borderColor:
                  fault !== undefined
                    ? 'error.main'
                    : focused && place === at
                      ? 'primary.main'
                      : 'color-mix(in srgb, var(--mui-palette-text-secondary) 45%, transparent)',
                bgcolor: 'background.paper',
              }}
            >
              {value[place] ?? ''}
            </Box>
          ))}
        </Box>
        <Box
          component="input"
          ref={field}
          id={id}
          name="code"
          type="text"
          inputMode="numeric"
          autoComplete="one-time-code"
          spellCheck={false}
          required
          value={value}
          aria-invalid={fault !== undefined}
          aria-describedby={fault === undefined ? undefined : `${id}-fault`}
          onChange={(event) => take(event.currentTarget.value)}
          onFocus={(event) => {
            setFocused(true);
            event.currentTarget.setSelectionRange(value.length, value.length);
          }}
          onBlur={() => setFocused(false)}
          sx={{
            position: 'absolute',
            inset: 0,
            width: '100%',
            p: 0,
            border: 0,
            outline: 'none !important',
            bgcolor: 'transparent',
            color: 'transparent',
            caretColor: 'transparent',
            fontSize: 16,
            '&::selection': { bgcolor: 'transparent' },
          }}
        />
      </Box>
      <FormHelperText id={`${id}-fault`} error aria-live="polite">
        {fault}
      </FormHelperText>
    </Box>
  );
}
