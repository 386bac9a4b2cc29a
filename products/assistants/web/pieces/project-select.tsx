import FolderOutlined from '@mui/icons-material/FolderOutlined';
import { Button, Divider, ListItemText, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { useCursorList, useText } from '#platform/web';
import { listProjects } from '../../contract/index.ts';
import { piecesTexts } from './texts.ts';

export interface ProjectSelectProps {
  readonly projectId: string | null;
  readonly disabled: boolean;
  readonly onChoose: (projectId: string | null) => void;
}

/** The project whose configuration and code ground the answers. */
export function ProjectSelect({ projectId, disabled, onChoose }: ProjectSelectProps): ReactNode {
  const t = useText(piecesTexts);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const projects = useCursorList(listProjects, { query: { limit: 50 } }, { staleTime: 60_000 });
  const chosen = projects.items.find(({ id }) => id === projectId);
  const choose = (id: string | null): void => {
    setAnchor(null);
    onChoose(id);
  };
  return (
    <>
      <Button
        size="small"
        color="inherit"
        startIcon={<FolderOutlined fontSize="small" />}
        aria-haspopup="menu"
        aria-label={t('project.label', { name: chosen?.name ?? t('project.none') })}
        disabled={disabled}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{
          color: chosen === undefined ? 'text.secondary' : 'primary.main',
          maxWidth: { xs: 148, sm: 240 },
          whiteSpace: 'nowrap',
          overflow: 'hidden',
          minWidth: 0,
          flexShrink: 1,
        }}
      >
        <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }}>
          {chosen?.name ?? t('project.none')}
        </span>
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        <MenuItem selected={projectId === null} onClick={() => choose(null)}>
          {t('project.none')}
        </MenuItem>
        {projects.items.map(({ id, name, status, figures }) => (
          <MenuItem key={id} selected={id === projectId} onClick={() => choose(id)}>
            <ListItemText
              primary={name}
              secondary={
                status === 'ready' && figures !== null
                  ? t('project.figures', { objects: figures.objects, modules: figures.modules })
                  : t(`project.status.${status}`)
              }
            />
          </MenuItem>
        ))}
        <Divider />
        <MenuItem component={Link} to="/assistants/projects" onClick={() => setAnchor(null)}>
          {t('project.manage')}
        </MenuItem>
      </Menu>
    </>
  );
}
