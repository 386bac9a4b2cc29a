import DownloadOutlined from '@mui/icons-material/DownloadOutlined';
import { Box, Button, LinearProgress, Stack, Typography } from '@mui/material';
import { Fragment, type ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import type { Traceability } from '../../../contract/index.ts';
import { csvOf } from '../../pieces/csv.rules.ts';
import { saveFile } from '../../pieces/save-file.ts';
import { Block } from '../set/block.tsx';
import { RequirementLink } from '../set/requirement-link.tsx';
import { requirementsTexts } from '../texts.ts';
import { matrixOf, rowsOfMatrix } from './matrix.rules.ts';
import { MatrixTable } from './matrix-table.tsx';
import type { Target } from './targets.rules.ts';

interface GapProps {
  readonly title: string;
  readonly ids: readonly string[];
  /** Left out: the ids are no requirements. */
  readonly onShow?: (id: string) => void;
}

function Gap({ title, ids, onShow }: GapProps): ReactNode {
  const t = useText(requirementsTexts);
  return (
    <Block title={title} count={ids.length}>
      <Box sx={{ fontSize: '0.875rem', maxHeight: 160, overflowY: 'auto', overflowWrap: 'anywhere' }}>
        {ids.length === 0 ? (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {t('trace.all_covered')}
          </Box>
        ) : onShow === undefined ? (
          ids.join(', ')
        ) : (
          ids.map((id, place) => (
            <Fragment key={id}>
              {place === 0 ? null : ', '}
              <RequirementLink id={id} onShow={onShow} />
            </Fragment>
          ))
        )}
      </Box>
    </Block>
  );
}

export interface TraceResultProps {
  readonly traced: Traceability;
  readonly targets: readonly Target[];
  readonly onShow: (id: string) => void;
}

/** How much is covered, what is not, and the matrix. */
export function TraceResult({ traced, targets, onShow }: TraceResultProps): ReactNode {
  const t = useText(requirementsTexts);
  const language = useLanguage();
  const percent = Math.round(traced.coverage * 100);
  const { without_test, without_design, orphans } = traced.gaps;
  const hasDesign = targets.some(({ kind }) => kind === 'design');
  const save = (): void => {
    const corner = t('trace.requirement');
    const rows = rowsOfMatrix(traced.requirements, targets, matrixOf(traced.links), corner);
    saveFile(new Blob([csvOf(rows, language)], { type: 'text/csv' }), 'traceability.csv');
  };
  return (
    <Stack spacing={1.5}>
      <Box role="status">
        <Typography sx={{ fontWeight: 600, mb: 0.75 }}>{t('trace.coverage', { percent })}</Typography>
        <LinearProgress
          variant="determinate"
          value={percent}
          aria-label={t('trace.coverage', { percent })}
          sx={{ height: 6, borderRadius: '3px' }}
        />
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 1.5,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(3, minmax(0, 1fr))' },
        }}
      >
        <Gap title={t('trace.without_test')} ids={without_test} onShow={onShow} />
        {hasDesign ? <Gap title={t('trace.without_design')} ids={without_design} onShow={onShow} /> : null}
        <Gap title={t('trace.orphans')} ids={orphans} />
      </Box>
      <Stack
        direction="row"
        sx={{ alignItems: 'center', justifyContent: 'space-between', flexWrap: 'wrap', gap: 1 }}
      >
        <Typography component="h2" sx={{ fontWeight: 650 }}>
          {t('trace.matrix')}
        </Typography>
        <Button size="small" color="inherit" startIcon={<DownloadOutlined />} onClick={save}>
          {t('trace.csv')}
        </Button>
      </Stack>
      <MatrixTable traced={traced} targets={targets} onShow={onShow} />
    </Stack>
  );
}
