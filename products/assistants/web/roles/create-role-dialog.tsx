import { MenuItem, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorNotice, useLocalized, useSend, useText } from '#platform/web';
import { type Assistant, createAssistant, listAssistants } from '../../contract/index.ts';
import { FormDialog } from '../pieces/form-dialog.tsx';
import { definitionOf, faultOfName, nameFrom } from './definition.rules.ts';
import { rolePath } from './paths.ts';
import { useRoleRefusals } from './refusals.ts';
import { rolesTexts } from './texts.ts';

export interface CreateRoleDialogProps {
  readonly assistants: readonly Assistant[];
  readonly onClose: () => void;
}

/** Makes an assistant of the company's own, beginning from one that exists. */
export function CreateRoleDialog({ assistants, onClose }: CreateRoleDialogProps): ReactNode {
  const t = useText(rolesTexts);
  const localized = useLocalized();
  const navigate = useNavigate();
  const refusals = useRoleRefusals();
  const [ru, setRu] = useState('');
  const [en, setEn] = useState('');
  const [typedName, setTypedName] = useState<string | null>(null);
  const [from, setFrom] = useState(assistants[0]?.role ?? '');
  const name = typedName ?? nameFrom(en.trim() === '' ? ru : en);
  const fault = name === '' && typedName === null ? null : faultOfName(name);
  const base = assistants.find(({ role }) => role === from);
  const send = useSend(createAssistant, {
    invalidates: [listAssistants],
    onSuccess: ({ role }) => void navigate(rolePath(role)),
  });
  return (
    <FormDialog
      title={t('create.title')}
      submitLabel={t('create.submit')}
      disabled={base === undefined || ru.trim() === '' || name === '' || fault !== null}
      busy={send.isPending}
      onClose={onClose}
      onSubmit={() => {
        if (base === undefined) return;
        const title = { ru: ru.trim(), en: en.trim() || ru.trim() };
        send.mutate({ body: { role: name, ...definitionOf(base), title } });
      }}
    >
      <ErrorNotice error={send.error} refusals={refusals} />
      <TextField
        autoFocus
        required
        label={t('field.title_ru')}
        value={ru}
        onChange={({ target }) => setRu(target.value)}
        slotProps={{ htmlInput: { maxLength: 400 } }}
      />
      <TextField
        label={t('field.title_en')}
        value={en}
        onChange={({ target }) => setEn(target.value)}
        slotProps={{ htmlInput: { maxLength: 400 } }}
      />
      <TextField
        required
        label={t('create.name')}
        value={name}
        error={fault !== null}
        helperText={fault === null ? t('create.name_help') : t(`create.name_${fault}`)}
        onChange={({ target }) => setTypedName(target.value)}
        slotProps={{ htmlInput: { maxLength: 40, spellCheck: false } }}
      />
      <TextField
        select
        label={t('create.from')}
        helperText={t('create.from_help')}
        value={from}
        onChange={({ target }) => setFrom(target.value)}
      >
        {assistants.map(({ role, title }) => (
          <MenuItem key={role} value={role}>
            {localized(title)}
          </MenuItem>
        ))}
      </TextField>
    </FormDialog>
  );
}
