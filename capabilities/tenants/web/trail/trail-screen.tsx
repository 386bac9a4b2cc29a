import HistoryOutlined from '@mui/icons-material/HistoryOutlined';
import { Card, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import {
  CursorList,
  EmptyState,
  Page,
  RelativeTime,
  useAuditAction,
  useCursorList,
  useText,
} from '#platform/web';
import { listTrail, type TrailEntry } from '../../contract/index.ts';
import { tenantsTexts } from '../texts.ts';

function Entry({ entry }: { readonly entry: TrailEntry }): ReactNode {
  const t = useText(tenantsTexts);
  const actionText = useAuditAction();
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
