import type { ReactNode } from 'react';
import { Type } from 'typebox';
import { ErrorNotice, FormTextField, type RefusalTexts, useForm, useText } from '#platform/web';
import { FormDialog, type FormDialogProps } from './form-dialog.tsx';
import { piecesTexts } from './texts.ts';

const schema = Type.Object({
  name: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S' }),
  description: Type.Optional(Type.String({ maxLength: 2_000 })),
});

export interface Details {
  readonly name: string;
  readonly description: string;
}

export interface DetailsDialogProps
  extends Pick<FormDialogProps, 'title' | 'submitLabel' | 'maxWidth' | 'onClose'> {
  /** Undefined: something new. */
  readonly details: Details | undefined;
  readonly descriptionLabel: string;
  readonly refusals: RefusalTexts;
  /** The dialog stays open with the fault when this rejects; leaving it otherwise is up to the caller. */
  readonly onSave: (details: Details) => Promise<unknown>;
  /** Further fields. */
  readonly children?: ReactNode;
}

/** Writes the name and the description of something that is kept. */
export function DetailsDialog(props: DetailsDialogProps): ReactNode {
  const { details, descriptionLabel, refusals, onSave, children, ...dialog } = props;
  const t = useText(piecesTexts);
  const form = useForm({
    schema,
    initial: { name: details?.name ?? '', description: details?.description ?? '' },
    submit: ({ name, description = '' }) => onSave({ name, description }),
  });
  return (
    <FormDialog {...dialog} busy={form.isSubmitting} onSubmit={form.submit}>
      <ErrorNotice error={form.problem} refusals={refusals} />
      <FormTextField form={form} name="name" label={t('name')} autoFocus />
      <FormTextField
        form={form}
        name="description"
        label={descriptionLabel}
        multiline
        minRows={2}
        maxRows={6}
      />
      {children}
    </FormDialog>
  );
}
