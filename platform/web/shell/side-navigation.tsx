import { Box, List, ListItem, ListItemButton, ListItemIcon, ListItemText, Typography } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { platformTexts } from '../i18n/platform-texts.ts';
import type { Localized } from '../i18n/texts.ts';
import { useLocalized } from '../i18n/use-language.ts';
import { useText } from '../i18n/use-text.ts';
import type { NavEntry } from '../modules/access.rules.ts';
import { useActivePath, useEntries } from './use-entries.ts';

interface NavGroupProps {
  readonly heading?: string;
  readonly entries: readonly NavEntry[];
  readonly active: string | undefined;
  readonly onOpen?: (() => void) | undefined;
}

function NavGroup({ heading, entries, active, onOpen }: NavGroupProps): ReactNode {
  const localized = useLocalized();
  const headingId = useId();
  return (
    <Box sx={{ mb: 2 }}>
      {heading === undefined ? null : (
        <Typography
          id={headingId}
          variant="overline"
          component="p"
          sx={{ px: 1.5, mb: 0.5, color: 'text.secondary' }}
        >
          {heading}
        </Typography>
      )}
      <List
        disablePadding
        aria-labelledby={heading === undefined ? undefined : headingId}
        sx={{ display: 'grid', gap: 0.25 }}
      >
        {entries.map(({ screen }) => {
          const current = screen.path === active;
          return (
            <ListItem key={screen.path} disablePadding>
              <ListItemButton
                component={Link}
                to={screen.path}
                selected={current}
                aria-current={current ? 'page' : undefined}
                onClick={onOpen}
                sx={{ minHeight: 40, px: 1.5, py: 0.5, '&.Mui-selected': { color: 'primary.main' } }}
              >
                <ListItemIcon sx={{ minWidth: 32, color: current ? 'primary.main' : 'text.secondary' }}>
                  <screen.nav.icon fontSize="small" />
                </ListItemIcon>
                <ListItemText
                  primary={localized(screen.title)}
                  slotProps={{
                    primary: { variant: 'body2', noWrap: true, sx: { fontWeight: current ? 600 : 480 } },
                  }}
                />
              </ListItemButton>
            </ListItem>
          );
        })}
      </List>
    </Box>
  );
}

interface Group {
  readonly name: string;
  readonly title: Localized;
  readonly entries: NavEntry[];
}

function groupsOf(entries: readonly NavEntry[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const entry of entries) {
    const { name, title } = entry.module;
    const group = groups.get(name) ?? { name, title, entries: [] };
    group.entries.push(entry);
    groups.set(name, group);
  }
  return [...groups.values()];
}

export interface NavigationGroupsProps {
  /** Told when an entry is chosen, to close what holds the menu. */
  readonly onOpen?: (() => void) | undefined;
}

/** Every screen this person may open, by module; a module with the start page alone goes without a heading. */
export function NavigationGroups({ onOpen }: NavigationGroupsProps): ReactNode {
  const t = useText(platformTexts);
  const localized = useLocalized();
  const own = useEntries('module');
  const administration = useEntries('administration');
  const active = useActivePath([...own, ...administration]);
  return (
    <>
      {groupsOf(own).map(({ name, title, entries }) => (
        <NavGroup
          key={name}
          {...(entries.some(({ screen }) => screen.path === '/') ? {} : { heading: localized(title) })}
          entries={entries}
          active={active}
          onOpen={onOpen}
        />
      ))}
      {administration.length === 0 ? null : (
        <NavGroup heading={t('administration')} entries={administration} active={active} onOpen={onOpen} />
      )}
    </>
  );
}
