import { InputAdornment, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import { studioTexts } from '../texts.ts';
import { numberText, readNumber } from './number.rules.ts';

interface NumberFieldProps {
  readonly label: string;
  /** Null where nothing stands; NaN is shown as nothing, too. */
  readonly value: number | null;
  /** Told null for an empty field, NaN for what is no number. */
  readonly onChange: (value: number | null) => void;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
  readonly unit?: string;
  readonly help?: string;
  readonly required?: boolean;
}

/** A number as people type it: with comma or point, half typed for a while. */
export function NumberField(props: NumberFieldProps): ReactNode {
  const { label, value, onChange, min, max, whole = true, unit, help, required = true } = props;
  const t = useText(studioTexts);
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? numberText(value);
  const read = readNumber(text);
  const isWrong =
    (read === null && required) ||
    (read !== null &&
      (Number.isNaN(read) ||
        (whole && !Number.isInteger(read)) ||
        (min !== undefined && read < min) ||
        (max !== undefined && read > max)));
  const limits = min === undefined || max === undefined ? t('number.any') : t('number.between', { min, max });
  return (
    <TextField
      fullWidth
      label={label}
      value={text}
      required={required}
      error={isWrong}
      helperText={isWrong ? limits : help}
      onChange={({ target }) => {
        setTyped(target.value);
        onChange(readNumber(target.value));
      }}
      onBlur={() => setTyped(null)}
      slotProps={{
        htmlInput: { inputMode: whole ? 'numeric' : 'decimal', maxLength: 16 },
        ...(unit === undefined
          ? {}
          : { input: { endAdornment: <InputAdornment position="end">{unit}</InputAdornment> } }),
      }}
    />
  );
}
