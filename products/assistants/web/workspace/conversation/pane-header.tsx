import AddCommentOutlined from '@mui/icons-material/AddCommentOutlined';
import KeyboardOutlined from '@mui/icons-material/KeyboardOutlined';
import MenuRounded from '@mui/icons-material/MenuRounded';
import { Box, IconButton, Tooltip, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { type IconType, useText } from '#platform/web';
import { ProjectSelect } from '../../pieces/project-select.tsx';
import { roleIcon } from '../../pieces/role-icon.ts';
import { workspaceTexts } from '../texts.ts';

interface ToolProps {
  readonly icon: IconType;
  readonly label: string;
  readonly onPress: () => void;
}

function Tool({ icon: Icon, label, onPress }: ToolProps): ReactNode {
  return (
    <Tooltip title={label}>
      <IconButton aria-label={label} onClick={onPress}>
        <Icon fontSize="small" />
      </IconButton>
    </Tooltip>
  );
}

export interface PaneHeaderProps {
  readonly role: string;
  readonly roleTitle: string;
  /** Of the conversation; empty for a new one. */
  readonly title: string;
  readonly projectId: string | null;
  readonly busy: boolean;
  readonly onShowList?: () => void;
  readonly onNew: () => void;
  readonly onHelp: () => void;
  readonly onProject: (projectId: string | null) => void;
}

/** Above the conversation: with whom, about what, grounded in which project. */
export function PaneHeader(props: PaneHeaderProps): ReactNode {
  const { role, roleTitle, title, projectId, busy, onShowList, onNew, onHelp, onProject } = props;
  const t = useText(workspaceTexts);
  const Icon = roleIcon(role);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        gap: 0.5,
        minHeight: 56,
        px: { xs: 0.5, sm: 1.5 },
        borderBottom: 1,
        borderColor: 'divider',
        flexShrink: 0,
      }}
    >
      {onShowList === undefined ? null : (
        <Tool icon={MenuRounded} label={t('list.open')} onPress={onShowList} />
      )}
      <Box aria-hidden sx={{ display: { xs: 'none', sm: 'grid' }, color: 'primary.main', pl: 1 }}>
        <Icon fontSize="small" />
      </Box>
      <Box sx={{ flex: 1, minWidth: 0, px: 1 }}>
        <Typography variant="h4" component="h1" noWrap title={title === '' ? roleTitle : title}>
          {title === '' ? roleTitle : title}
        </Typography>
        {title === '' ? null : (
          <Typography variant="caption" component="p" noWrap sx={{ color: 'text.secondary' }}>
            {roleTitle}
          </Typography>
        )}
      </Box>
      <ProjectSelect projectId={projectId} disabled={busy} onChoose={onProject} />
      {onShowList === undefined ? null : (
        <Tool icon={AddCommentOutlined} label={t('list.new')} onPress={onNew} />
      )}
      <Box sx={{ display: { xs: 'none', md: 'block' } }}>
        <Tool icon={KeyboardOutlined} label={t('keys.title')} onPress={onHelp} />
      </Box>
    </Box>
  );
}
