import { Box, ListItemButton, ListItemIcon, ListItemText } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLocalized, useText } from '#platform/web';
import type { Assistant } from '../../../contract/index.ts';
import { roleIcon } from '../../pieces/role-icon.ts';
import { workspacePath } from '../paths.ts';
import { workspaceTexts } from '../texts.ts';

export interface RoleListProps {
  readonly assistants: readonly Assistant[];
  readonly role: string;
  readonly onChoose: () => void;
}

/** The assistants to choose from. */
export function RoleList({ assistants, role, onChoose }: RoleListProps): ReactNode {
  const t = useText(workspaceTexts);
  const localized = useLocalized();
  return (
    <Box
      component="nav"
      aria-label={t('role.label')}
      sx={{ display: 'grid', gap: 0.25, px: 1, pt: 1.5, pb: 1, borderBottom: 1, borderColor: 'divider' }}
    >
      {assistants.map((assistant) => {
        const Icon = roleIcon(assistant.role);
        const current = assistant.role === role;
        return (
          <ListItemButton
            key={assistant.role}
            component={Link}
            to={workspacePath(assistant.role)}
            selected={current}
            aria-current={current ? 'true' : undefined}
            title={localized(assistant.description)}
            onClick={onChoose}
            sx={{ borderRadius: '10px', minHeight: 40, py: 0.25, px: 1.25 }}
          >
            <ListItemIcon sx={{ color: current ? 'primary.main' : 'text.secondary' }}>
              <Icon fontSize="small" />
            </ListItemIcon>
            <ListItemText
              primary={localized(assistant.title)}
              slotProps={{
                primary: { variant: 'body2', noWrap: true, sx: { fontWeight: current ? 620 : 500 } },
              }}
            />
          </ListItemButton>
        );
      })}
    </Box>
  );
}
