import MoreVertRounded from '@mui/icons-material/MoreVertRounded';
import { Avatar, Box, Chip, IconButton, Menu, MenuItem, Link as MuiLink, Typography } from '@mui/material';
import { type ReactNode, useRef, useState } from 'react';
import { Link } from 'react-router';
import { ConfirmDialog, DataList, useSend, useSession, useText } from '#platform/web';
import { getTeam, leaveTeam, listTeams, type Team, updateTeam } from '../../../contract/index.ts';
import { playerPath } from '../paths.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';

type Member = Team['members'][number];

function MemberMenu({ team, member }: { readonly team: Team; readonly member: Member }): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [question, setQuestion] = useState<'hand_over' | 'remove' | null>(null);
  const invalidates = [getTeam, listTeams];
  const update = useSend(updateTeam, { invalidates });
  const remove = useSend(leaveTeam, { invalidates });
  const { name } = member;
  const ask = (next: 'hand_over' | 'remove') => () => {
    setOpen(false);
    setQuestion(next);
  };
  const close = (): void => setQuestion(null);
  return (
    <>
      <IconButton
        ref={button}
        aria-label={t('teams.actions', { name })}
        aria-haspopup="menu"
        onClick={() => setOpen(true)}
      >
        <MoreVertRounded fontSize="small" />
      </IconButton>
      <Menu open={isOpen} anchorEl={() => button.current} onClose={() => setOpen(false)}>
        <MenuItem onClick={ask('hand_over')}>{t('teams.hand_over')}</MenuItem>
        <MenuItem onClick={ask('remove')}>{t('teams.remove')}</MenuItem>
      </Menu>
      <ConfirmDialog
        open={question === 'hand_over'}
        title={t('teams.hand_over_title', { name })}
        confirmLabel={t('teams.hand_over')}
        refusals={refusals}
        onClose={close}
        onConfirm={() => update.mutateAsync({ params: { id: team.id }, body: { captain_id: member.id } })}
      >
        {t('teams.hand_over_text')}
      </ConfirmDialog>
      <ConfirmDialog
        open={question === 'remove'}
        title={t('teams.remove_title', { name })}
        confirmLabel={t('teams.remove')}
        destructive
        refusals={refusals}
        onClose={close}
        onConfirm={() => remove.mutateAsync({ params: { id: team.id, user_id: member.id } })}
      />
    </>
  );
}

/** Who is in the team; the captain may hand over and take out. */
export function MemberList({ team }: { readonly team: Team }): ReactNode {
  const t = useText(playTexts);
  const { user } = useSession();
  const isCaptain = team.captain_id === user?.id;
  return (
    <DataList items={team.members} keyOf={({ id }) => id} label={t('teams.roster')} gap={0}>
      {(member) => (
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, minHeight: 60 }}>
          <Avatar alt="" src={member.avatar?.variants[0]?.url ?? member.avatar?.url ?? ''}>
            {member.name.slice(0, 1)}
          </Avatar>
          <Box sx={{ minWidth: 0, mr: 'auto' }}>
            <MuiLink component={Link} to={playerPath(member.id)} color="inherit" sx={{ fontWeight: 560 }}>
              {member.name}
            </MuiLink>
            {member.id === user?.id ? (
              <Typography component="span" variant="body2" sx={{ color: 'text.secondary' }}>
                {` · ${t('teams.you')}`}
              </Typography>
            ) : null}
          </Box>
          {member.id === team.captain_id ? <Chip size="small" label={t('teams.captain')} /> : null}
          {isCaptain && member.id !== user?.id ? <MemberMenu team={team} member={member} /> : null}
        </Box>
      )}
    </DataList>
  );
}
