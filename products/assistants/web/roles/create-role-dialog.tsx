import {
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
} from '@mui/material';
import { type ReactNode, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { ErrorNotice, useLocalized, useSend, useText } from '#platform/web';
import { type Assistant, createAssistant, listAssistants } from '../../contract/index.ts';
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
  const titleId = useId();
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
  const ready = base !== undefined && ru.trim() !== '' && name !== '' && fault === null;
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} fullWidth maxWidth="xs">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!ready) return;
          const title = { ru: ru.trim(), en: en.trim() || ru.trim() };
          send.mutate({ body: { role: name, ...definitionOf(base), title } });
        }}
      >
        <DialogTitle id={titleId}>{t('create.title')}</DialogTitle>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: '8px !important' }}>
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
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="contained" disabled={!ready} loading={send.isPending}>
            {t('create.submit')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
