import ReportProblemOutlined from '@mui/icons-material/ReportProblemOutlined';
import { Card, Link as MuiLink, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CursorList, EmptyState, Page, PlainText, RelativeTime, useCursorList, useText } from '#platform/web';
import { listMyReports, type QuestReport } from '../../../contract/index.ts';
import { studioTexts } from '../texts.ts';

function Report({ report }: { readonly report: QuestReport }): ReactNode {
  const { quest_id, quest_title, point_title, comment, created_at } = report;
  return (
    <Card component="article" sx={{ p: 2, display: 'grid', gap: 0.75 }}>
      <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        <MuiLink component={Link} to={`/studio/${quest_id}`} sx={{ fontWeight: 600 }}>
          {quest_title}
        </MuiLink>
        {point_title === null ? null : ` · ${point_title}`} · <RelativeTime value={created_at} />
      </Typography>
      <PlainText>{comment}</PlainText>
    </Card>
  );
}

/** What players found wrong on the spot, in all quests of the author, newest first. */
export function ReportsScreen(): ReactNode {
  const t = useText(studioTexts);
  const list = useCursorList(listMyReports, { query: {} });
  return (
    <Page title={t('reports.title')} help={t('reports.help')} width="narrow">
      <CursorList
        list={list}
        label={t('reports.title')}
        keyOf={({ id }) => id}
        empty={
          <EmptyState
            icon={ReportProblemOutlined}
            title={t('reports.empty')}
            hint={t('reports.empty_help')}
          />
        }
      >
        {(report) => <Report report={report} />}
      </CursorList>
    </Page>
  );
}
