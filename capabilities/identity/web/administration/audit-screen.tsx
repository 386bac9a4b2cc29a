import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { Button, Card, MenuItem, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CursorList, EmptyState, Page, useCursorList, useText } from '#platform/web';
import { listAudit } from '../../contract/index.ts';
import { administrationTexts } from '../texts.ts';
import { knownActions, useActionName } from './action-name.ts';
import { AuditRow } from './audit-row.tsx';
import { useSettled } from './use-settled.ts';

const subject = /^[A-Za-z0-9_.:-]{1,100}$/;

/** The audit log, newest first; the filter stands in the address bar. */
export function AuditScreen(): ReactNode {
  const t = useText(administrationTexts);
  const actionName = useActionName();
  const [parameters, setParameters] = useSearchParams();
  const action = parameters.get('action') ?? '';
  const about = parameters.get('about') ?? '';
  const [typed, setTyped] = useState(about);
  const wrong = typed.trim() !== '' && !subject.test(typed.trim());
  const settled = useSettled(about);

  const filter = (next: { readonly action: string; readonly about: string }): void => {
    const given = Object.entries(next).filter(([, value]) => value !== '');
    setParameters(Object.fromEntries(given), { replace: true });
  };
  const list = useCursorList(
    listAudit,
    {
      query: {
        action: action === '' ? undefined : action,
        subject_id: settled === '' ? undefined : settled,
      },
    },
    { keepPrevious: true },
  );
  return (
    <Page title={t('audit.title')} help={t('audit.help')}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mb: 3 }}>
        <TextField
          select
          label={t('audit.action')}
          value={action}
          onChange={({ target }) => filter({ action: target.value, about })}
          sx={{ minWidth: { sm: 260 } }}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('audit.any')}</MenuItem>
          {knownActions.map((name) => (
            <MenuItem key={name} value={`identity.${name}`}>
              {actionName(`identity.${name}`)}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('audit.who')}
          value={typed}
          error={wrong}
          helperText={wrong ? t('audit.who_wrong') : t('audit.who_help')}
          onChange={({ target }) => {
            const text = target.value.trim();
            setTyped(target.value);
            if (text === '' || subject.test(text)) filter({ action, about: text });
          }}
          sx={{ flex: 1 }}
        />
        {action === '' && typed === '' ? null : (
          <Button
            color="inherit"
            sx={{ alignSelf: { sm: 'flex-start' }, height: 56 }}
            onClick={() => {
              setTyped('');
              filter({ action: '', about: '' });
            }}
          >
            {t('audit.clear')}
          </Button>
        )}
      </Stack>
      <Card sx={{ px: 2 }}>
        <CursorList
          list={list}
          keyOf={({ seq }) => seq}
          label={t('audit.label')}
          gap={0}
          empty={<EmptyState icon={HistoryOutlined} title={t('audit.empty')} hint={t('audit.empty_hint')} />}
        >
          {(entry) => <AuditRow entry={entry} />}
        </CursorList>
      </Card>
    </Page>
  );
}
