import ForumOutlined from '@mui/icons-material/ForumOutlined';
import { Box, Button, Paper, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  ConfirmDialog,
  ErrorNotice,
  ListSkeleton,
  Page,
  useCall,
  useSend,
  useSession,
  useText,
} from '#platform/web';
import { getTeam, leaveTeam, listTeams, type Team } from '../../../contract/index.ts';
import { chatPath, teamsPath } from '../paths.ts';
import { useRefusals } from '../refusals.ts';
import { playTexts } from '../texts.ts';
import { Invitation } from './invitation.tsx';
import { MemberList } from './member-list.tsx';
import { NameDialog } from './name-dialog.tsx';
import { StartDialog } from './start-dialog.tsx';

function Known({ team }: { readonly team: Team }): ReactNode {
  const t = useText(playTexts);
  const navigate = useNavigate();
  const refusals = useRefusals();
  const { user } = useSession();
  const [question, setQuestion] = useState<'rename' | 'leave' | 'start' | null>(null);
  const leave = useSend(leaveTeam, { invalidates: [listTeams] });
  const isCaptain = team.captain_id === user?.id;
  const isLast = team.members.length === 1;
  const close = (): void => setQuestion(null);
  const actions = (
    <>
      {team.chat_id === null ? null : (
        <Button
          component={Link}
          to={chatPath(team.chat_id)}
          variant="outlined"
          color="inherit"
          startIcon={<ForumOutlined fontSize="small" />}
        >
          {t('teams.chat')}
        </Button>
      )}
      {isCaptain ? (
        <Button variant="outlined" color="inherit" onClick={() => setQuestion('rename')}>
          {t('teams.rename')}
        </Button>
      ) : null}
    </>
  );
  return (
    <Page
      title={team.name}
      help={t('teams.members', { count: team.members.length })}
      width="narrow"
      actions={actions}
    >
      <Box sx={{ display: 'grid', gap: 3 }}>
        <MemberList team={team} />
        <Invitation team={team} mayRenew={isCaptain} />
        <Paper
          component="section"
          variant="outlined"
          sx={{ p: 2.5, borderRadius: 3, display: 'grid', gap: 1.5, justifyItems: 'start' }}
        >
          <Box>
            <Typography variant="h2">{t('teams.start')}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {t('teams.start_help')}
            </Typography>
          </Box>
          {isCaptain ? (
            <Button variant="contained" onClick={() => setQuestion('start')}>
              {t('teams.start_choose')}
            </Button>
          ) : null}
        </Paper>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap' }}>
          <Button component={Link} to={teamsPath} color="inherit">
            {t('teams.all')}
          </Button>
          <Button color="error" onClick={() => setQuestion('leave')}>
            {t('teams.leave')}
          </Button>
        </Box>
      </Box>
      {question === 'start' ? <StartDialog teamId={team.id} onClose={close} /> : null}
      {question === 'rename' ? <NameDialog team={team} onClose={close} /> : null}
      <ConfirmDialog
        open={question === 'leave'}
        title={t('teams.leave_title', { name: team.name })}
        confirmLabel={t('teams.leave')}
        destructive
        refusals={refusals}
        onClose={close}
        onConfirm={async () => {
          await leave.mutateAsync({ params: { id: team.id, user_id: user?.id ?? '' } });
          await navigate(teamsPath);
        }}
      >
        {t(isLast ? 'teams.leave_last' : 'teams.leave_text')}
      </ConfirmDialog>
    </Page>
  );
}

/** `/teams/:id`: who is in, how to come in, and the way to a quest. */
export function TeamScreen(): ReactNode {
  const t = useText(playTexts);
  const refusals = useRefusals();
  const { id = '' } = useParams();
  const team = useCall(getTeam, { params: { id } });
  if (team.data !== undefined) return <Known team={team.data} />;
  return (
    <Page title={t('teams.title')} width="narrow">
      {team.isPending ? (
        <ListSkeleton />
      ) : (
        <Box sx={{ display: 'grid', gap: 2, justifyItems: 'start' }}>
          <ErrorNotice error={team.error} refusals={refusals} onRetry={() => team.refetch()} />
          <Button component={Link} to={teamsPath} variant="outlined" color="inherit">
            {t('teams.all')}
          </Button>
        </Box>
      )}
    </Page>
  );
}
