import { Button, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { ErrorNotice, useApi, useInvalidate, useText } from '#platform/web';
import { addMember, type ChatPerson, getRoom, listRooms, type Room } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';
import { PeopleField } from './people-field.tsx';

/** More people for a group; who could not be added stays chosen. */
export function AddPeople({ room }: { readonly room: Room }): ReactNode {
  const t = useText(chatTexts);
  const { call } = useApi();
  const invalidate = useInvalidate();
  const refusals = useRefusals();
  const [people, setPeople] = useState<readonly ChatPerson[]>([]);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const add = async (): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      for (const { id } of people) {
        await call(addMember, { params: { id: room.id, user_id: id } });
        setPeople((left) => left.filter((person) => person.id !== id));
      }
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
      await invalidate(getRoom, listRooms);
    }
  };
  return (
    <Stack spacing={1.5}>
      <PeopleField without={room.members.map(({ id }) => id)} value={people} onChange={setPeople} />
      <ErrorNotice error={error} refusals={refusals} />
      <Button
        variant="outlined"
        loading={busy}
        disabled={people.length === 0}
        onClick={() => void add()}
        sx={{ alignSelf: 'start' }}
      >
        {t('group.add')}
      </Button>
    </Stack>
  );
}
