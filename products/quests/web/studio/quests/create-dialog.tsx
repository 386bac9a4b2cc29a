import { Button, Dialog, DialogActions, DialogContent, DialogContentText, DialogTitle } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useNavigate } from 'react-router';
import { Type } from 'typebox';
import { Form, FormTextField, SubmitButton, useForm, useSend, useText } from '#platform/web';
import { createQuest, listMyQuests } from '../../../contract/index.ts';
import { EntrySelect } from '../description/entry-select.tsx';
import { useStudioRefusals } from '../refusals.ts';
import { studioTexts } from '../texts.ts';

const Begun = Type.Object({
  title: createQuest.body.properties.title,
  city: createQuest.body.properties.city,
  category: createQuest.body.properties.category,
});

/** Begins a quest: title, city and category are enough. */
export function CreateDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useText(studioTexts);
  const refusals = useStudioRefusals();
  const titleId = useId();
  const navigate = useNavigate();
  const send = useSend(createQuest, { invalidates: [listMyQuests] });
  const form = useForm({
    schema: Begun,
    initial: { title: '' },
    submit: async (body) => {
      const { id } = await send.mutateAsync({ body });
      await navigate(`/studio/${id}`);
    },
  });
  const select = (name: 'city' | 'category') => (
    <EntrySelect
      kind={name}
      name={name}
      label={t(`field.${name}`)}
      required
      value={form.values[name] ?? null}
      onChange={(code) => form.set(name, code ?? undefined)}
      fault={form.faultOf(name) === undefined ? undefined : t('create.choose')}
    />
  );
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <DialogTitle id={titleId}>{t('create.title')}</DialogTitle>
      <Form form={form} refusals={refusals}>
        <DialogContent sx={{ display: 'grid', gap: 2.5 }}>
          <DialogContentText>{t('create.help')}</DialogContentText>
          <FormTextField
            form={form}
            name="title"
            label={t('field.title')}
            autoFocus
            slotProps={{ htmlInput: { maxLength: 120 } }}
          />
          {select('city')}
          {select('category')}
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('word.cancel')}
          </Button>
          <SubmitButton form={form}>{t('create.submit')}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
