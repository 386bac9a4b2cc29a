import { Box, Link, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link as RouterLink } from 'react-router';
import { LocaleNumber, useLanguage, useText } from '#platform/web';
import type { ProjectFigures } from '../../../contract/index.ts';
import { TitledSection } from '../../pieces/titled-section.tsx';
import { kindTitle } from '../names.rules.ts';
import { projectPath } from '../paths.ts';
import { projectsTexts } from '../texts.ts';

export interface FiguresProps {
  readonly projectId: string;
  readonly figures: ProjectFigures;
}

const counted = [
  'objects',
  'attributes',
  'tabular_sections',
  'forms',
  'modules',
  'methods',
  'lines',
] as const;

function Passport({ figures }: { readonly figures: ProjectFigures }): ReactNode {
  const t = useText(projectsTexts);
  const facts = [
    { term: t('figure.configuration'), value: figures.configuration },
    { term: t('figure.version'), value: figures.configuration_version },
    { term: t('figure.vendor'), value: figures.vendor },
    { term: t('figure.compatibility'), value: figures.compatibility_mode },
    { term: t('figure.layout'), value: t(`figure.${figures.layout}`) },
    { term: t('figure.extensions'), value: figures.extensions.map(({ name }) => name).join(', ') },
  ].filter(({ value }) => value !== '');
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 1.5,
        gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 160px), 1fr))',
      }}
    >
      {facts.map(({ term, value }) => (
        <Box key={term} sx={{ minWidth: 0 }}>
          <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
            {term}
          </Typography>
          <Typography component="dd" sx={{ m: 0, fontWeight: 560, overflowWrap: 'anywhere' }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Counts({ figures }: { readonly figures: ProjectFigures }): ReactNode {
  const t = useText(projectsTexts);
  return (
    <Box
      component="dl"
      sx={{
        m: 0,
        display: 'grid',
        gap: 1.25,
        gridTemplateColumns: 'repeat(auto-fill, minmax(118px, 1fr))',
      }}
    >
      {counted.map((name) => (
        <Box
          key={name}
          sx={{
            border: 1,
            borderColor: 'divider',
            borderRadius: '12px',
            bgcolor: 'background.paper',
            px: 1.75,
            py: 1.25,
            display: 'flex',
            flexDirection: 'column-reverse',
            justifyContent: 'flex-end',
          }}
        >
          <Typography component="dt" variant="caption" sx={{ color: 'text.secondary' }}>
            {t(`figure.${name}`)}
          </Typography>
          <Typography component="dd" variant="h3" sx={{ m: 0, fontVariantNumeric: 'tabular-nums' }}>
            <LocaleNumber value={figures[name]} />
          </Typography>
        </Box>
      ))}
    </Box>
  );
}

function Kinds({ projectId, figures }: FiguresProps): ReactNode {
  const t = useText(projectsTexts);
  const language = useLanguage();
  const most = Math.max(1, ...figures.kinds.map(({ count }) => count));
  return (
    <TitledSection title={t('figure.kinds')}>
      <Box
        component="ul"
        sx={{ listStyle: 'none', m: 0, p: 0, columnWidth: { sm: 320 }, columnGap: 4, typography: 'body2' }}
      >
        {figures.kinds.map(({ kind, name, count }) => (
          <Box
            component="li"
            key={kind}
            sx={{
              display: 'grid',
              gridTemplateColumns: 'minmax(0, 1fr) 72px 48px',
              gap: 1,
              alignItems: 'center',
              minHeight: 32,
              breakInside: 'avoid',
            }}
          >
            <Link
              component={RouterLink}
              to={projectPath(projectId, 'objects', { kind })}
              color="inherit"
              sx={{ overflowWrap: 'anywhere' }}
            >
              {kindTitle(name, language)}
            </Link>
            <Box aria-hidden sx={{ height: 6, borderRadius: 3, bgcolor: 'action.selected' }}>
              <Box
                sx={{
                  height: '100%',
                  width: `${Math.max(4, (count / most) * 100)}%`,
                  borderRadius: 3,
                  bgcolor: 'primary.main',
                }}
              />
            </Box>
            <Box sx={{ textAlign: 'end', fontVariantNumeric: 'tabular-nums' }}>
              <LocaleNumber value={count} />
            </Box>
          </Box>
        ))}
      </Box>
    </TitledSection>
  );
}

/** What was read of a project: which configuration, how much of everything. */
export function Figures({ projectId, figures }: FiguresProps): ReactNode {
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      <Passport figures={figures} />
      <Counts figures={figures} />
      <Kinds projectId={projectId} figures={figures} />
    </Box>
  );
}
