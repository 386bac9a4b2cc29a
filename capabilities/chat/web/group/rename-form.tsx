import { Button, Stack, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { ErrorNotice, useNotice, useSend, useText } from '#platform/web';
import { getRoom, listRooms, type Room, renameRoom } from '../../contract/index.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';

/** Another title for a group. */
export function RenameForm({ room }: { readonly room: Room }): ReactNode {
  const t = useText(chatTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const [title, setTitle] = useState(room.title ?? '');
  const rename = useSend(renameRoom, {
    invalidates: [getRoom, listRooms],
    onSuccess: () => notice.success(t('group.renamed')),
  });
  const isEmpty = title.trim() === '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!isEmpty && title.trim() !== room.title)
      rename.mutate({ params: { id: room.id }, body: { title: title.trim() } });
  };
  return (
    <Stack component="form" noValidate spacing={1.5} onSubmit={submit}>
      <TextField
        label={t('group.title')}
        value={title}
        error={isEmpty}
        helperText={isEmpty ? t('group.title_missing') : undefined}
        onChange={({ target }) => setTitle(target.value)}
        slotProps={{ htmlInput: { maxLength: 120 } }}
      />
      <ErrorNotice error={rename.error} refusals={refusals} />
      <Button type="submit" variant="outlined" loading={rename.isPending} sx={{ alignSelf: 'start' }}>
        {t('group.rename')}
      </Button>
    </Stack>
  );
}
