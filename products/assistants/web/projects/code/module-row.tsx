import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { useText } from '#platform/web';
import type { ProjectModule } from '../../../contract/index.ts';
import { modulePath } from '../paths.ts';
import { projectsTexts } from '../texts.ts';
import { useModuleTitle } from './module-title.ts';

/** A module in a list: whose it is and how long. */
export function ModuleRow({
  projectId,
  module,
}: {
  readonly projectId: string;
  readonly module: ProjectModule;
}): ReactNode {
  const t = useText(projectsTexts);
  const titleOf = useModuleTitle();
  return (
    <Box sx={{ py: 1, minWidth: 0 }}>
      <Link
        component={RouterLink}
        to={modulePath(projectId, module.path)}
        color="inherit"
        sx={{ fontWeight: 560, overflowWrap: 'anywhere' }}
      >
        {titleOf(module)}
      </Link>
      <Typography variant="caption" component="p" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {[
          t('object.lines', { count: module.lines }),
          ...(module.methods === 0 ? [] : [t('object.methods', { count: module.methods })]),
          module.path,
        ].join(' · ')}
      </Typography>
    </Box>
  );
}
