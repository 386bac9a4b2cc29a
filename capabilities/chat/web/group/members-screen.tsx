import { Button, Card, Chip, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  ConfirmDialog,
  DataList,
  ErrorNotice,
  ListSkeleton,
  Page,
  useApi,
  useCall,
  useInvalidate,
  useSession,
  useText,
} from '#platform/web';
import { getRoom, listRooms, type RoomMember, removeMember } from '../../contract/index.ts';
import { useRoomTitle } from '../names.ts';
import { useRefusals } from '../refusals.ts';
import { chatTexts } from '../texts.ts';
import { AddPeople } from './add-people.tsx';
import { RenameForm } from './rename-form.tsx';

/** `/chats/:roomId/members`: who is in a group; its owner renames it, adds people and takes them out. */
export function MembersScreen(): ReactNode {
  const t = useText(chatTexts);
  const { user } = useSession();
  const { roomId = '' } = useParams();
  const { call } = useApi();
  const invalidate = useInvalidate();
  const refusals = useRefusals();
  const titleOf = useRoomTitle();
  const { data: room, error, refetch } = useCall(getRoom, { params: { id: roomId } });
  const [leaving, setLeaving] = useState<RoomMember | null>(null);
  const me = user?.id ?? '';
  const owns = room?.kind === 'group' && room.members.some(({ id, role }) => id === me && role === 'owner');
  const nameOf = (name: string): string => (name === '' ? t('gone_person') : name);
  const takeOut = async (): Promise<void> => {
    if (leaving === null) return;
    await call(removeMember, { params: { id: roomId, user_id: leaving.id } });
    await invalidate(getRoom, listRooms);
  };
  return (
    <Page
      title={room === undefined ? t('group.members') : titleOf(room, me)}
      help={room === undefined ? undefined : t('group.count', { count: room.member_count })}
      width="narrow"
      actions={
        <Button component={Link} to={`/chats/${roomId}`} variant="outlined" color="inherit">
          {t('group.back')}
        </Button>
      }
    >
      <ErrorNotice error={error} refusals={refusals} onRetry={refetch} />
      {room === undefined ? (
        error === null && <ListSkeleton />
      ) : (
        <Stack spacing={3}>
          <Card sx={{ px: 2 }}>
            <DataList items={room.members} keyOf={({ id }) => id} label={t('group.members')} gap={0}>
              {(member) => (
                <Stack
                  direction="row"
                  spacing={1}
                  useFlexGap
                  sx={{ py: 1, minHeight: 56, alignItems: 'center', flexWrap: 'wrap' }}
                >
                  <Typography sx={{ flex: 1, minWidth: 120, overflowWrap: 'anywhere' }}>
                    {nameOf(member.display_name)}
                    {member.id === me ? ` (${t('group.me')})` : ''}
                  </Typography>
                  {member.role === 'owner' ? <Chip size="small" label={t('group.owner')} /> : null}
                  {owns && member.id !== me ? (
                    <Button
                      size="small"
                      color="error"
                      aria-label={`${t('group.take_out')}: ${nameOf(member.display_name)}`}
                      onClick={() => setLeaving(member)}
                    >
                      {t('group.take_out')}
                    </Button>
                  ) : null}
                </Stack>
              )}
            </DataList>
          </Card>
          {owns ? (
            <>
              <Typography variant="h2">{t('group.add_title')}</Typography>
              <AddPeople room={room} />
              <Typography variant="h2">{t('group.rename_title')}</Typography>
              <RenameForm room={room} />
            </>
          ) : null}
        </Stack>
      )}
      <ConfirmDialog
        open={leaving !== null}
        destructive
        title={t('group.take_out_title', { name: nameOf(leaving?.display_name ?? '') })}
        confirmLabel={t('group.take_out')}
        refusals={refusals}
        onConfirm={takeOut}
        onClose={() => setLeaving(null)}
      >
        {t('group.take_out_help')}
      </ConfirmDialog>
    </Page>
  );
}
