import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { CursorList, EmptyState, Page, RelativeTime, useCursorList, useText } from '#platform/web';
import { listTrail, type TrailEntry } from '../../contract/index.ts';
import { tenantsTexts } from '../texts.ts';

const actions = [
  'company_founded',
  'company_renamed',
  'company_closed',
  'company_restored',
  'role_changed',
  'member_removed',
  'invited',
  'invitation_withdrawn',
  'joined',
  'entry_changed',
  'directory_set',
  'directory_removed',
  'directory_linked',
  'directory_confirmed',
] as const;

/** The name of an action; those of products keep their own. */
function useActionText(): (action: string) => string {
  const t = useText(tenantsTexts);
  return (action) => {
    const known = actions.find((name) => action === `tenants.${name}`);
    return known === undefined ? action : t(`trail.action.${known}`);
  };
}

function Entry({ entry }: { readonly entry: TrailEntry }): ReactNode {
  const t = useText(tenantsTexts);
  const actionText = useActionText();
  const { actor_id: actorId, actor_name: actor, subject_name: subject } = entry;
  const who = actor !== '' ? actor : actorId === null ? t('trail.system') : t('trail.gone');
  const action = actionText(entry.action);
  const isAboutOther = subject !== null && subject !== actor;
  return (
    <Stack sx={{ py: 1.25 }}>
      <Typography sx={{ overflowWrap: 'anywhere' }}>
        {who} — {isAboutOther ? t('trail.about', { action, name: subject }) : action}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <RelativeTime value={entry.at} />
      </Typography>
    </Stack>
  );
}

/** What was done in a company, for its administrators. */
export function TrailScreen(): ReactNode {
  const t = useText(tenantsTexts);
  const { id = '' } = useParams();
  const list = useCursorList(listTrail, { params: { id } });
  return (
    <Page title={t('trail.title')} width="narrow">
      <Card sx={{ px: 2 }}>
        <CursorList
          list={list}
          keyOf={({ seq }) => seq}
          label={t('trail.label')}
          gap={0}
          empty={<EmptyState icon={HistoryOutlined} title={t('trail.empty')} />}
        >
          {(entry) => <Entry entry={entry} />}
        </CursorList>
      </Card>
    </Page>
  );
}
