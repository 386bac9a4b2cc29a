import { Box, ButtonBase } from '@mui/material';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useText } from '#platform/web';
import type { Project } from '../../contract/index.ts';
import { projectPath, type Section, sections } from './paths.ts';
import { projectsTexts } from './texts.ts';

export interface SectionTabsProps {
  readonly project: Project;
  readonly tab: Section;
}

/** The sections of a project, each with an address of its own. */
export function SectionTabs({ project, tab }: SectionTabsProps): ReactNode {
  const t = useText(projectsTexts);
  const row = useRef<HTMLElement>(null);
  const problems = (project.figures?.conflicts ?? 0) + (project.figures?.faults ?? 0);
  // On a phone the row is wider than the screen: the open section comes into sight, the page stays where it is.
  useEffect(() => {
    const list = row.current;
    const open = list?.querySelector<HTMLElement>(`[data-section="${tab}"]`) ?? null;
    if (list === null || open === null) return;
    list.scrollLeft = open.offsetLeft - list.offsetLeft - (list.clientWidth - open.offsetWidth) / 2;
  }, [tab]);
  return (
    <Box
      ref={row}
      component="nav"
      aria-label={t('sections')}
      sx={{ display: 'flex', overflowX: 'auto', mb: 2.5, borderBottom: 1, borderColor: 'divider' }}
    >
      {sections.map((section) => {
        const open = section === tab;
        const name = t(`section.${section}`);
        return (
          <ButtonBase
            key={section}
            data-section={section}
            component={Link}
            to={projectPath(project.id, section)}
            aria-current={open ? 'page' : undefined}
            sx={{
              px: 2,
              height: 46,
              flexShrink: 0,
              fontSize: '0.9375rem',
              fontWeight: open ? 620 : 500,
              color: open ? 'primary.main' : 'text.secondary',
              boxShadow: open ? 'inset 0 -2px 0 var(--mui-palette-primary-main)' : 'none',
              '&:hover': { color: 'text.primary' },
            }}
          >
            {section === 'checks' && problems > 0 ? `${name} · ${problems}` : name}
          </ButtonBase>
        );
      })}
    </Box>
  );
}
