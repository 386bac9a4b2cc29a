import { Box, Tab, Tabs } from '@mui/material';
import type { ReactNode } from 'react';
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
  const problems = (project.figures?.conflicts ?? 0) + (project.figures?.faults ?? 0);
  return (
    <Box component="nav" aria-label={t('sections')} sx={{ mb: 2.5, borderBottom: 1, borderColor: 'divider' }}>
      <Tabs value={tab} variant="scrollable" scrollButtons={false} role="none">
        {sections.map((each) => (
          <Tab
            key={each}
            value={each}
            role="link"
            tabIndex={0}
            aria-selected={undefined}
            aria-current={each === tab ? 'page' : undefined}
            component={Link}
            to={projectPath(project.id, each)}
            label={
              each === 'checks' && problems > 0
                ? `${t(`section.${each}`)} · ${problems}`
                : t(`section.${each}`)
            }
          />
        ))}
      </Tabs>
    </Box>
  );
}
