import CheckRounded from '@mui/icons-material/CheckRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import RemoveRounded from '@mui/icons-material/RemoveRounded';
import { Box, LinearProgress, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { DataList, useText } from '#platform/web';
import type { RequirementsAnalysis } from '../../../contract/index.ts';
import { requirementsTexts } from '../texts.ts';
import { Block, Fine } from './block.tsx';

type Report = RequirementsAnalysis['sections'][number];
type Section = Report['sections'][number];

const looks: Readonly<
  Record<Section['state'], { readonly icon: typeof CheckRounded; readonly color: string }>
> = {
  present: { icon: CheckRounded, color: 'success.main' },
  empty: { icon: RemoveRounded, color: 'warning.main' },
  missing: { icon: CloseRounded, color: 'error.main' },
};

function SectionLine({
  section: { number, title, state, line, page },
}: {
  readonly section: Section;
}): ReactNode {
  const t = useText(requirementsTexts);
  const { icon: Icon, color } = looks[state];
  const place = page !== null ? t('list.page', { page }) : line !== null ? t('list.line', { line }) : null;
  return (
    <Box
      sx={{
        display: 'flex',
        gap: 1,
        alignItems: 'flex-start',
        fontSize: '0.875rem',
        pl: number.includes('.') ? 2 : 0,
      }}
    >
      <Icon fontSize="small" sx={{ color, mt: '1px' }} aria-hidden />
      <Box sx={{ minWidth: 0, flex: 1, overflowWrap: 'anywhere' }}>{`${number}. ${title}`}</Box>
      <Box sx={{ color: state === 'present' ? 'text.secondary' : color, flexShrink: 0, textAlign: 'right' }}>
        {state === 'present' && place !== null ? place : t(`set.state.${state}`)}
      </Box>
    </Box>
  );
}

/** Which sections the standard wants, and which are there. */
export function SectionsBlock({ sections }: { readonly sections: readonly Report[] }): ReactNode {
  const t = useText(requirementsTexts);
  return (
    <Block title={t('set.sections')}>
      {sections.length === 0 ? (
        <Fine>{t('set.sections_none')}</Fine>
      ) : (
        sections.map(({ standard: number, completeness, sections: parts }) => {
          const standard = /^\d/.test(number) ? t('set.standard', { number }) : number;
          const percent = Math.round(completeness * 100);
          return (
            <Fragment key={standard}>
              <Typography component="h3" sx={{ fontWeight: 600, fontSize: '0.9375rem' }}>
                {standard}
              </Typography>
              <Typography variant="body2" sx={{ color: 'text.secondary', mb: 0.75 }}>
                {t('set.complete', { percent })}
              </Typography>
              <LinearProgress
                variant="determinate"
                value={percent}
                aria-label={t('set.complete', { percent })}
                sx={{ mb: 1.25, borderRadius: '3px', height: 6 }}
              />
              <DataList
                items={parts}
                keyOf={({ number }) => number}
                label={t('set.section_list', { standard })}
                gap={0.625}
              >
                {(section) => <SectionLine section={section} />}
              </DataList>
            </Fragment>
          );
        })
      )}
    </Block>
  );
}
