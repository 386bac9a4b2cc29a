import { Box, Button, Stack, Typography } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { useText, visuallyHidden } from '#platform/web';
import type { Traceability } from '../../../contract/index.ts';
import { RequirementLink } from '../set/requirement-link.tsx';
import { requirementsTexts } from '../texts.ts';
import { type Link, matrixOf, type Window, windowOf } from './matrix.rules.ts';
import type { Target } from './targets.rules.ts';

const columnsAtOnce = 24;
const rowsAtOnce = 60;

function Mark({ link }: { readonly link: Link | undefined }): ReactNode {
  const t = useText(requirementsTexts);
  if (link === undefined) return null;
  const { requirement, target, by, strength } = link;
  const percent = Math.round(strength * 100);
  const told =
    by === 'explicit'
      ? t('trace.explicit_of', { target, requirement })
      : t('trace.similar_of', { target, requirement, percent });
  return (
    <Box
      component="span"
      title={told}
      sx={{ color: by === 'explicit' ? 'success.main' : 'info.main', fontWeight: 650, whiteSpace: 'nowrap' }}
    >
      <span aria-hidden>{by === 'explicit' ? '●' : `${percent}\u00A0%`}</span>
      <Box component="span" sx={visuallyHidden}>
        {told}
      </Box>
    </Box>
  );
}

interface TurnProps {
  readonly name: 'columns' | 'rows';
  readonly window: Window<unknown>;
  readonly all: number;
  readonly size: number;
  readonly onStart: (start: number) => void;
}

function Turn({ name, window: { from, to, isAll }, all, size, onStart }: TurnProps): ReactNode {
  const t = useText(requirementsTexts);
  if (isAll) return null;
  return (
    <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t(`trace.${name}`, { from, to, all })}
      </Typography>
      <Button size="small" disabled={from <= 1} onClick={() => onStart(Math.max(0, from - 1 - size))}>
        {t('trace.previous')}
      </Button>
      <Button size="small" disabled={to >= all} onClick={() => onStart(to)}>
        {t('trace.next')}
      </Button>
    </Stack>
  );
}

export interface MatrixTableProps {
  readonly traced: Traceability;
  readonly targets: readonly Target[];
  readonly onShow: (id: string) => void;
}

/** Requirements down, targets across; wide ones are turned page by page. */
export function MatrixTable({ traced, targets, onShow }: MatrixTableProps): ReactNode {
  const t = useText(requirementsTexts);
  const [startRow, setStartRow] = useState(0);
  const [startColumn, setStartColumn] = useState(0);
  const matrix = useMemo(() => matrixOf(traced.links), [traced.links]);
  const rows = windowOf(traced.requirements, startRow, rowsAtOnce);
  const columns = windowOf(targets, startColumn, columnsAtOnce);
  const head = { textAlign: 'left', fontWeight: 600, p: 0.75, bgcolor: 'background.paper' } as const;
  return (
    <Stack spacing={1}>
      <Turn
        name="columns"
        window={columns}
        all={targets.length}
        size={columnsAtOnce}
        onStart={setStartColumn}
      />
      <Box
        role="region"
        aria-label={t('trace.matrix')}
        tabIndex={0}
        sx={{ overflow: 'auto', maxHeight: '70vh', border: 1, borderColor: 'divider', borderRadius: '12px' }}
      >
        <Box
          component="table"
          sx={{
            borderCollapse: 'separate',
            borderSpacing: 0,
            fontSize: '0.8125rem',
            bgcolor: 'background.paper',
            minWidth: '100%',
            '& td, & th': { borderBottom: 1, borderRight: 1, borderColor: 'divider' },
          }}
        >
          <thead>
            <tr>
              <Box
                component="th"
                scope="col"
                sx={{ ...head, position: 'sticky', left: 0, top: 0, zIndex: 2, verticalAlign: 'bottom' }}
              >
                {t('trace.requirement')}
              </Box>
              {columns.items.map(({ id, kind, title }) => (
                <Box
                  component="th"
                  key={id}
                  scope="col"
                  title={title}
                  sx={{
                    ...head,
                    position: 'sticky',
                    top: 0,
                    zIndex: 1,
                    verticalAlign: 'bottom',
                    minWidth: 44,
                    color: kind === 'test' ? 'text.primary' : 'text.secondary',
                    fontStyle: kind === 'test' ? 'normal' : 'italic',
                  }}
                >
                  <Box
                    sx={{
                      writingMode: 'vertical-rl',
                      transform: 'rotate(180deg)',
                      maxHeight: 190,
                      overflow: 'hidden',
                      textOverflow: 'ellipsis',
                      whiteSpace: 'nowrap',
                      mx: 'auto',
                    }}
                  >
                    {id}
                  </Box>
                </Box>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.items.map(({ id, text }) => (
              <tr key={id}>
                <Box
                  component="th"
                  scope="row"
                  sx={{
                    ...head,
                    fontWeight: 400,
                    position: 'sticky',
                    left: 0,
                    zIndex: 1,
                    width: { xs: 150, sm: 320 },
                    minWidth: { xs: 150, sm: 260 },
                  }}
                >
                  <RequirementLink id={id} onShow={onShow} />
                  <Box
                    sx={{
                      color: 'text.secondary',
                      overflowWrap: 'anywhere',
                      display: { xs: 'none', sm: 'block' },
                    }}
                  >
                    {text}
                  </Box>
                </Box>
                {columns.items.map((target) => (
                  <Box component="td" key={target.id} sx={{ p: 0.75, textAlign: 'center' }}>
                    <Mark link={matrix.get(id)?.get(target.id)} />
                  </Box>
                ))}
              </tr>
            ))}
          </tbody>
        </Box>
      </Box>
      <Typography variant="caption" sx={{ color: 'text.secondary' }}>
        {t('trace.legend')}
      </Typography>
      <Turn
        name="rows"
        window={rows}
        all={traced.requirements.length}
        size={rowsAtOnce}
        onStart={setStartRow}
      />
    </Stack>
  );
}
