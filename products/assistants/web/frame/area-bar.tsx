import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import { Box, Button, ButtonBase, ListItemIcon, ListItemText, Menu, MenuItem } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useLocalized } from '#platform/web';
import { type Area, areaOf } from './areas.ts';

const name = { ru: 'Разделы ассистентов', en: 'Areas of the assistants' } as const;

interface ChoiceProps {
  readonly areas: readonly Area[];
  readonly current: Area;
}

function Tabs({ areas, current }: ChoiceProps): ReactNode {
  const localized = useLocalized();
  return (
    <Box sx={{ display: { xs: 'none', md: 'flex' }, gap: 0.25, px: 1.5, overflowX: 'auto' }}>
      {areas.map((area) => {
        const open = area.path === current.path;
        return (
          <ButtonBase
            key={area.path}
            component={Link}
            to={area.path}
            aria-current={open ? 'page' : undefined}
            sx={{
              px: 1.5,
              height: 46,
              flexShrink: 0,
              fontSize: '0.875rem',
              fontWeight: open ? 620 : 500,
              color: open ? 'primary.main' : 'text.secondary',
              boxShadow: open ? 'inset 0 -2px 0 var(--mui-palette-primary-main)' : 'none',
              '&:hover': { color: 'text.primary' },
            }}
          >
            {localized(area.title)}
          </ButtonBase>
        );
      })}
    </Box>
  );
}

function AreaMenu({ areas, current }: ChoiceProps): ReactNode {
  const localized = useLocalized();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const Icon = current.icon;
  return (
    <Box sx={{ display: { xs: 'block', md: 'none' }, px: 1, py: 0.5 }}>
      <Button
        color="inherit"
        size="small"
        startIcon={<Icon fontSize="small" />}
        endIcon={<ExpandMoreRounded />}
        aria-haspopup="menu"
        aria-expanded={anchor !== null}
        onClick={({ currentTarget }) => setAnchor(currentTarget)}
        sx={{ minHeight: 40 }}
      >
        {localized(current.title)}
      </Button>
      <Menu open={anchor !== null} anchorEl={anchor} onClose={() => setAnchor(null)}>
        {areas.map(({ path, title, icon: AreaIcon }) => (
          <MenuItem
            key={path}
            component={Link}
            to={path}
            selected={path === current.path}
            aria-current={path === current.path ? 'page' : undefined}
            onClick={() => setAnchor(null)}
            sx={{ minHeight: 44 }}
          >
            <ListItemIcon>
              <AreaIcon fontSize="small" />
            </ListItemIcon>
            <ListItemText>{localized(title)}</ListItemText>
          </MenuItem>
        ))}
      </Menu>
    </Box>
  );
}

/** Leads from area to area: tabs where there is room, a menu on phones. */
export function AreaBar({ areas }: { readonly areas: readonly Area[] }): ReactNode {
  const localized = useLocalized();
  const current = areaOf(useLocation().pathname);
  if (areas.length < 2) return null;
  return (
    <Box
      component="nav"
      aria-label={localized(name)}
      sx={{ flexShrink: 0, borderBottom: 1, borderColor: 'divider', bgcolor: 'background.paper' }}
    >
      <Tabs areas={areas} current={current} />
      <AreaMenu areas={areas} current={current} />
    </Box>
  );
}
