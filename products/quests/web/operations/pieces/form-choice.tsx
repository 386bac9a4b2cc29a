import { FormControlLabel, MenuItem, Switch, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import type { TObject } from 'typebox';
import { type FieldName, type FormHandle, FormTextField, useFaultText, useText } from '#platform/web';
import { operationsTexts } from '../texts.ts';

interface FieldProps<Schema extends TObject> {
  readonly form: FormHandle<Schema>;
  readonly name: FieldName<Schema>;
  readonly label: string;
}

interface FormChoiceProps<Schema extends TObject> extends FieldProps<Schema> {
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly help?: string;
}

/** A field with given answers. */
export function FormChoice<Schema extends TObject>(props: FormChoiceProps<Schema>): ReactNode {
  const { form, name, label, options, help } = props;
  const faultText = useFaultText();
  const fault = form.faultOf(name);
  return (
    <TextField
      select
      fullWidth
      name={name}
      label={label}
      value={form.values[name] ?? ''}
      required={form.schema.required?.includes(name) ?? false}
      error={fault !== undefined}
      helperText={fault === undefined ? help : faultText(fault)}
      onChange={({ target }) => form.set(name, target.value)}
      slotProps={{ formHelperText: { 'aria-live': 'polite' } }}
    >
      {options.map((option) => (
        <MenuItem key={option.value} value={option.value}>
          {option.label}
        </MenuItem>
      ))}
    </TextField>
  );
}

/** A yes or no. */
export function FormSwitch<Schema extends TObject>({ form, name, label }: FieldProps<Schema>): ReactNode {
  return (
    <FormControlLabel
      label={label}
      control={
        <Switch checked={form.values[name] === true} onChange={(_, checked) => form.set(name, checked)} />
      }
    />
  );
}

interface FormSumProps<Schema extends TObject> extends FieldProps<Schema> {
  readonly help?: string;
}

/** A sum in roubles; the schema's property is a string with `sumPattern`. */
export function FormSum<Schema extends TObject>({ help, ...rest }: FormSumProps<Schema>): ReactNode {
  const t = useText(operationsTexts);
  return (
    <FormTextField
      {...rest}
      help={help ?? t('sum_help')}
      patternText={t('sum_wrong')}
      slotProps={{ htmlInput: { inputMode: 'decimal', maxLength: 20, autoComplete: 'off' } }}
    />
  );
}
