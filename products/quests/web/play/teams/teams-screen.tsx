import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import { Avatar, AvatarGroup, Box, Button, Card, CardActionArea, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { CursorList, EmptyState, Page, useCursorList, useText } from '#platform/web';
import { listTeams, type Team } from '../../../contract/index.ts';
import { teamPath } from '../paths.ts';
import { playTexts } from '../texts.ts';
import { JoinDialog } from './join-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';

function TeamRow({ team }: { readonly team: Team }): ReactNode {
  const t = useText(playTexts);
  return (
    <Card>
      <CardActionArea
        component={Link}
        to={teamPath(team.id)}
        sx={{ p: 2, display: 'flex', gap: 2, alignItems: 'center' }}
      >
        <Box sx={{ mr: 'auto', minWidth: 0 }}>
          <Typography variant="h3" component="p" sx={{ overflowWrap: 'anywhere' }}>
            {team.name}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t('teams.members', { count: team.members.length })}
          </Typography>
        </Box>
        <AvatarGroup max={4} aria-hidden>
          {team.members.map(({ id, name, avatar }) => (
            <Avatar key={id} alt="" src={avatar?.variants[0]?.url ?? avatar?.url ?? ''}>
              {name.slice(0, 1)}
            </Avatar>
          ))}
        </AvatarGroup>
      </CardActionArea>
    </Card>
  );
}

/** `/teams`: one's teams; with `?join=CODE` somebody scanned an invitation. */
export function TeamsScreen(): ReactNode {
  const t = useText(playTexts);
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const invited = search.get('join');
  const [dialog, setDialog] = useState<'create' | 'join' | null>(invited === null ? null : 'join');
  const teams = useCursorList(listTeams, { query: {} });
  const close = (): void => {
    setDialog(null);
    if (invited !== null) setSearch({}, { replace: true });
  };
  const open = ({ id }: Team): void => void navigate(teamPath(id));
  const actions = (
    <>
      <Button variant="outlined" color="inherit" onClick={() => setDialog('join')}>
        {t('teams.join')}
      </Button>
      <Button variant="contained" onClick={() => setDialog('create')}>
        {t('teams.create')}
      </Button>
    </>
  );
  return (
    <Page title={t('teams.title')} help={t('teams.help')} width="narrow" actions={actions}>
      <CursorList
        list={teams}
        keyOf={({ id }) => id}
        label={t('teams.title')}
        empty={<EmptyState icon={GroupsOutlined} title={t('teams.empty')} hint={t('teams.empty_hint')} />}
      >
        {(team) => <TeamRow team={team} />}
      </CursorList>
      {dialog === 'create' ? <NameDialog team={null} onClose={close} onDone={open} /> : null}
      {dialog === 'join' ? <JoinDialog code={invited ?? ''} onClose={close} onDone={open} /> : null}
    </Page>
  );
}
