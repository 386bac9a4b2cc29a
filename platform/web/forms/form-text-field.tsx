import VisibilityOffOutlined from '@mui/icons-material/VisibilityOffOutlined';
import VisibilityOutlined from '@mui/icons-material/VisibilityOutlined';
import { IconButton, InputAdornment, TextField, type TextFieldProps } from '@mui/material';
import { type ReactNode, useState } from 'react';
import type { TObject } from 'typebox';
import { platformTexts } from '../i18n/platform-texts.ts';
import { useText } from '../i18n/use-text.ts';
import { useFaultText } from './fault-text.ts';
import type { FieldName, FormHandle } from './use-form.ts';
import type { Fault } from './violations.rules.ts';

type OwnProps = 'name' | 'value' | 'onChange' | 'onBlur' | 'error' | 'required' | 'helperText' | 'variant';

export interface FormTextFieldProps<Schema extends TObject> extends Omit<TextFieldProps, OwnProps> {
  readonly form: FormHandle<Schema>;
  readonly name: FieldName<Schema>;
  readonly label: string;
  /** Help under the field while nothing is wrong with it. */
  readonly help?: ReactNode;
  /** A better text than "The format is not right". */
  readonly patternText?: string;
}

const isNumeric = (schema: TObject, name: string): boolean => {
  const property = schema.properties[name];
  const type = property !== undefined && 'type' in property ? property.type : undefined;
  return type === 'number' || type === 'integer';
};

/** A text field of a form: required and limits read from the schema, faults shown under it; passwords can be revealed. */
export function FormTextField<Schema extends TObject>(props: FormTextFieldProps<Schema>): ReactNode {
  const { form, name, help, patternText, type, slotProps, ...rest } = props;
  const t = useText(platformTexts);
  const faultText = useFaultText();
  const [revealed, setRevealed] = useState(false);
  const numeric = isNumeric(form.schema, name);
  const fault = form.faultOf(name);
  const password = type === 'password';

  const say = (found: Fault): string => {
    if (found.kind !== 'pattern') return faultText(found);
    return patternText ?? faultText(type === 'email' ? { kind: 'email' } : found);
  };
  const reveal = (
    <InputAdornment position="end">
      <IconButton
        edge="end"
        aria-label={revealed ? t('field.hide_password') : t('field.show_password')}
        onClick={() => setRevealed(!revealed)}
      >
        {revealed ? <VisibilityOffOutlined fontSize="small" /> : <VisibilityOutlined fontSize="small" />}
      </IconButton>
    </InputAdornment>
  );
  return (
    <TextField
      fullWidth
      {...rest}
      name={name}
      type={password && revealed ? 'text' : (type ?? (numeric ? 'number' : 'text'))}
      required={form.schema.required?.some((other) => other === name) ?? false}
      value={form.values[name] ?? ''}
      error={fault !== undefined}
      helperText={fault === undefined ? help : say(fault)}
      onChange={({ target }) =>
        form.set(name, numeric ? (target.value === '' ? undefined : Number(target.value)) : target.value)
      }
      onBlur={() => form.leave(name)}
      slotProps={{
        ...slotProps,
        ...(password ? { input: { endAdornment: reveal } } : {}),
        formHelperText: { 'aria-live': 'polite' },
      }}
    />
  );
}
