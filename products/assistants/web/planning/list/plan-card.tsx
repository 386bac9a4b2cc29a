import { Box, Card, CardActionArea, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { RelativeTime, useText } from '#platform/web';
import type { SavedPlan } from '../../../contract/index.ts';
import { planPath } from '../paths.ts';
import { MoreMenu } from '../plan/more-menu.tsx';
import { planningTexts } from '../texts.ts';

/** A saved plan in the list. */
export function PlanCard({
  plan,
  onGone,
}: {
  readonly plan: SavedPlan;
  readonly onGone: () => void;
}): ReactNode {
  const t = useText(planningTexts);
  const { id, name, tasks, version, updated_at: updatedAt } = plan;
  return (
    <Card sx={{ display: 'flex', alignItems: 'center', pr: 1 }}>
      <CardActionArea component={Link} to={planPath(id)} sx={{ px: 2, py: 1.5, minWidth: 0 }}>
        <Typography variant="h4" component="h2" sx={{ overflowWrap: 'anywhere' }}>
          {name}
        </Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {`${t('tasks', { count: tasks })} · ${t('version', { version })} · `}
          <RelativeTime value={updatedAt} />
        </Typography>
      </CardActionArea>
      <Box sx={{ flexShrink: 0 }}>
        <MoreMenu id={id} name={name} onGone={onGone} />
      </Box>
    </Card>
  );
}
