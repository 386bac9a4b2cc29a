import PersonSearchOutlined from '@mui/icons-material/PersonSearchOutlined';
import SearchRounded from '@mui/icons-material/SearchRounded';
import { Card, Chip, InputAdornment, MenuItem, Stack, TextField } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { useSearchParams } from 'react-router';
import { CursorList, EmptyState, Page, useCursorList, useText } from '#platform/web';
import { listUsers } from '../../contract/index.ts';
import { useRoleName } from '../texts/role-name.ts';
import { administrationTexts } from '../texts.ts';
import { useSettled } from './use-settled.ts';
import { UserRow } from './user-row.tsx';

/** Finds accounts by name or address; what is searched for stands in the address bar. */
export function UsersScreen(): ReactNode {
  const t = useText(administrationTexts);
  const roleName = useRoleName();
  const [parameters, setParameters] = useSearchParams();
  const role = parameters.get('role') ?? '';
  const state = parameters.get('locked') ?? '';
  const [text, setText] = useState(parameters.get('search') ?? '');
  const search = useSettled(text.trim());

  // At once, by whoever changes it: an address written later could undo a step to another page.
  const change = (changes: {
    readonly search?: string;
    readonly locked?: string;
    readonly role?: string;
  }): void => {
    const given = Object.entries({ search: text.trim(), role, locked: state, ...changes });
    setParameters(Object.fromEntries(given.filter(([, value]) => value !== '')), { replace: true });
  };

  const list = useCursorList(
    listUsers,
    {
      query: {
        search: search === '' ? undefined : search,
        role: role === '' ? undefined : role,
        locked: state === '' ? undefined : state === 'true',
      },
    },
    { keepPrevious: true },
  );
  return (
    <Page title={t('users.title')} help={t('users.help')}>
      <Stack direction={{ xs: 'column', sm: 'row' }} spacing={1.5} sx={{ mb: 3 }}>
        <TextField
          type="search"
          label={t('users.search')}
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            change({ search: target.value.trim() });
          }}
          sx={{ flex: 1 }}
          slotProps={{
            htmlInput: { maxLength: 100 },
            input: {
              startAdornment: (
                <InputAdornment position="start">
                  <SearchRounded fontSize="small" />
                </InputAdornment>
              ),
            },
          }}
        />
        <TextField
          select
          label={t('users.state')}
          value={state}
          onChange={({ target }) => change({ locked: target.value })}
          sx={{ minWidth: 200 }}
          slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        >
          <MenuItem value="">{t('users.all')}</MenuItem>
          <MenuItem value="false">{t('users.open_only')}</MenuItem>
          <MenuItem value="true">{t('users.locked_only')}</MenuItem>
        </TextField>
      </Stack>
      {role === '' ? null : (
        <Chip
          label={t('users.with_role', { role: roleName(role) })}
          onDelete={() => change({ role: '' })}
          sx={{ mb: 2 }}
        />
      )}
      <CursorList
        list={list}
        keyOf={({ id }) => id}
        label={t('users.label')}
        gap={1}
        empty={
          <Card>
            <EmptyState icon={PersonSearchOutlined} title={t('users.empty')} hint={t('users.empty_hint')} />
          </Card>
        }
      >
        {(user) => <UserRow user={user} />}
      </CursorList>
    </Page>
  );
}
