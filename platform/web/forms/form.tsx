import { Button, type ButtonProps, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import type { TObject } from 'typebox';
import { ErrorNotice } from '../patterns/error-notice.tsx';
import type { RefusalTexts } from '../patterns/problem-text.ts';
import type { FormHandle } from './use-form.ts';

export interface FormProps<Schema extends TObject> {
  readonly form: FormHandle<Schema>;
  /** Texts of refusals by code, for the notice above the fields. */
  readonly refusals?: RefusalTexts;
  readonly label?: string;
  readonly children: ReactNode;
}

/** The form element: fields in a column, with the problem that belongs to no field above them. */
export function Form<Schema extends TObject>({
  form,
  refusals,
  label,
  children,
}: FormProps<Schema>): ReactNode {
  return (
    <Stack
      component="form"
      noValidate
      aria-label={label}
      spacing={2.5}
      onSubmit={(event) => void form.submit(event)}
    >
      <ErrorNotice error={form.problem} {...(refusals === undefined ? {} : { refusals })} />
      {children}
    </Stack>
  );
}

export interface SubmitButtonProps<Schema extends TObject>
  extends Omit<ButtonProps, 'form' | 'type' | 'loading'> {
  readonly form: FormHandle<Schema>;
}

/** Sends the form; shows that it is on its way. */
export function SubmitButton<Schema extends TObject>({
  form,
  ...rest
}: SubmitButtonProps<Schema>): ReactNode {
  return <Button type="submit" variant="contained" loading={form.isSubmitting} {...rest} />;
}
