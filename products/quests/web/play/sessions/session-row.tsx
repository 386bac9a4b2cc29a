import CloudDoneOutlined from '@mui/icons-material/CloudDoneOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import { Box, Card, CardActionArea, Chip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { RelativeTime, useText } from '#platform/web';
import type { SessionBrief } from '../../../contract/index.ts';
import { sessionPath } from '../paths.ts';
import { playTexts } from '../texts.ts';

const words = { active: 'started', finished: 'finished', abandoned: 'abandoned' } as const;

interface SessionRowProps {
  readonly session: SessionBrief;
  /** Downloaded to this phone. */
  readonly isKept: boolean;
}

/** A session in a list; the whole card leads into it. */
export function SessionRow({ session, isKept }: SessionRowProps): ReactNode {
  const t = useText(playTexts);
  const { id, title, state, started_at, finished_at, score, team_id, test } = session;
  const isActive = state === 'active';
  return (
    <Card>
      <CardActionArea
        component={Link}
        to={sessionPath(id)}
        sx={{ p: 2, display: 'flex', gap: 2, alignItems: 'center' }}
      >
        <Box sx={{ minWidth: 0, mr: 'auto' }}>
          <Typography variant="h3" component="p" sx={{ overflowWrap: 'anywhere' }}>
            {title}
          </Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {t(`sessions.${words[state]}`)} <RelativeTime value={finished_at ?? started_at} />
            {` · ${t('sessions.score', { score })}`}
          </Typography>
          {team_id !== null || test || isKept ? (
            <Box sx={{ display: 'flex', gap: 0.75, mt: 1, flexWrap: 'wrap' }}>
              {team_id === null ? null : (
                <Chip size="small" icon={<GroupsOutlined />} label={t('sessions.team')} />
              )}
              {test ? <Chip size="small" label={t('word.test')} /> : null}
              {isKept ? (
                <Chip size="small" icon={<CloudDoneOutlined />} label={t('sessions.downloaded')} />
              ) : null}
            </Box>
          ) : null}
        </Box>
        {isActive ? (
          <Typography sx={{ color: 'primary.main', fontWeight: 600, whiteSpace: 'nowrap' }}>
            {t('sessions.go_on')}
          </Typography>
        ) : null}
      </CardActionArea>
    </Card>
  );
}
