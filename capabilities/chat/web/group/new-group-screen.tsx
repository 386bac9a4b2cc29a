import { Button, Stack, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { ErrorNotice, Page, useSend, useSession, useText } from '#platform/web';
import { type ChatPerson, listRooms, openRoom } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';
import { PeopleField } from './people-field.tsx';

/** `/chats/new`: a group with a title and people one already talks with. */
export function NewGroupScreen(): ReactNode {
  const t = useText(chatTexts);
  const { user } = useSession();
  const navigate = useNavigate();
  const refusals = useRefusals();
  const [title, setTitle] = useState('');
  const [people, setPeople] = useState<readonly ChatPerson[]>([]);
  const [tried, setTried] = useState(false);
  const create = useSend(openRoom, {
    invalidates: [listRooms],
    onSuccess: ({ id }) => navigate(`/chats/${id}`, { replace: true }),
  });
  const titleFault = tried && title.trim() === '' ? t('group.title_missing') : undefined;
  const peopleFault = tried && people.length === 0 ? t('group.people_missing') : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (title.trim() === '' || people.length === 0) return;
    create.mutate({
      body: { kind: 'group', title: title.trim(), member_ids: people.map(({ id }) => id) },
    });
  };
  return (
    <Page title={t('group.new')} help={t('group.new_help')} width="narrow">
      <Stack component="form" noValidate spacing={2} onSubmit={submit}>
        <TextField
          label={t('group.title')}
          value={title}
          error={titleFault !== undefined}
          helperText={titleFault}
          onChange={({ target }) => setTitle(target.value)}
          slotProps={{ htmlInput: { maxLength: 120 } }}
        />
        <PeopleField
          without={user === null ? [] : [user.id]}
          value={people}
          onChange={setPeople}
          fault={peopleFault}
        />
        <ErrorNotice error={create.error} refusals={refusals} />
        <Stack direction="row" spacing={1}>
          <Button type="submit" variant="contained" loading={create.isPending}>
            {t('group.create')}
          </Button>
          <Button component={Link} to="/chats" color="inherit">
            {t('cancel')}
          </Button>
        </Stack>
      </Stack>
    </Page>
  );
}
