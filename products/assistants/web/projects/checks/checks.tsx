import TaskAltRounded from '@mui/icons-material/TaskAltRounded';
import { Box, Chip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { CursorList, EmptyState, useCursorList, useLocalized, useText } from '#platform/web';
import { listProjectFaults, type Project, type ProjectFault } from '../../../contract/index.ts';
import { projectsTexts } from '../texts.ts';

function FaultRow({ fault }: { readonly fault: ProjectFault }): ReactNode {
  const t = useText(projectsTexts);
  const localized = useLocalized();
  return (
    <Box sx={{ py: 1.25, minWidth: 0, display: 'grid', gap: 0.5 }}>
      <Box>
        <Chip
          size="small"
          variant="outlined"
          color={fault.kind === 'fault' ? 'error' : 'warning'}
          label={t(`checks.${fault.kind}`)}
        />
      </Box>
      <Typography sx={{ overflowWrap: 'anywhere' }}>{localized(fault.message)}</Typography>
      <Typography variant="caption" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {fault.file} · {t('checks.line', { line: fault.line })}
      </Typography>
    </Box>
  );
}

/** What could not be read of a project, and what does not fit together. */
export function Checks({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  const list = useCursorList(listProjectFaults, { params: { id: project.id }, query: { limit: 50 } });
  const faults = list.items.map((fault, at) => ({ ...fault, key: `${at}:${fault.file}` }));
  return (
    <Box>
      <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
        {t('checks.help')}
      </Typography>
      <CursorList
        list={{ ...list, items: faults }}
        keyOf={({ key }) => key}
        label={t('checks.list')}
        gap={0}
        empty={<EmptyState icon={TaskAltRounded} title={t('checks.none')} hint={t('checks.none_hint')} />}
      >
        {(fault) => <FaultRow fault={fault} />}
      </CursorList>
    </Box>
  );
}
