import InboxOutlined from '@mui/icons-material/InboxOutlined';
import { Box, Button, Card, MenuItem, TextField } from '@mui/material';
import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { ApiProblem, CursorList, EmptyState, ErrorNotice, Page, useCursorList, useText } from '#platform/web';
import { listCases } from '../../contract/index.ts';
import { DeskTabs } from '../access/desk-tabs.tsx';
import { useModerationRefusals } from '../refusals.ts';
import { moderationTexts } from '../texts.ts';
import { CaseRow } from './case-row.tsx';
import { ChosenCase } from './chosen-case.tsx';
import { ShortcutLegend } from './shortcut-legend.tsx';
import { StatsStrip } from './stats-strip.tsx';

const shown = ['', 'mine', 'late', 'approved', 'rejected', 'withdrawn'] as const;
type Shown = (typeof shown)[number];

function filterOf(show: Shown) {
  switch (show) {
    case '':
      return {};
    case 'mine':
      return { mine: true };
    case 'late':
      return { late: true };
    case 'approved':
    case 'rejected':
    case 'withdrawn':
      return { status: show };
  }
}

/** The queue beside the case that is looked at; on a phone one after the other. */
export function DeskScreen(): ReactNode {
  const t = useText(moderationTexts);
  const [parameters, setParameters] = useSearchParams();
  const id = parameters.get('case') ?? '';
  const show = shown.find((one) => one === parameters.get('show')) ?? '';
  const list = useCursorList(listCases, { query: filterOf(show) }, { keepPrevious: true });
  const go = (next: { readonly case?: string; readonly show?: string }): void => {
    const given = Object.entries({ case: id, show, ...next }).filter(([, value]) => value !== '');
    setParameters(Object.fromEntries(given), { replace: true });
  };
  const refusals = useModerationRefusals();
  if (list.error instanceof ApiProblem && list.error.status === 403)
    return (
      <Page title={t('title')}>
        <ErrorNotice error={list.error} refusals={refusals} />
      </Page>
    );
  const names: Readonly<Record<Shown, string>> = {
    '': t('unfinished'),
    mine: t('mine_only'),
    late: t('late_only'),
    approved: t('status.approved'),
    rejected: t('status.rejected'),
    withdrawn: t('status.withdrawn'),
  };
  const next = (): void => {
    const at = list.items.findIndex((found) => found.id === id);
    const following = list.items[at + 1] ?? list.items.find((found) => found.id !== id);
    go({ case: following?.id ?? '' });
  };
  return (
    <Page title={t('title')} help={t('help')} actions={<DeskTabs here="desk" />}>
      <StatsStrip />
      <ShortcutLegend />
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: '1fr', md: '340px 1fr' } }}>
        <Box sx={{ display: { xs: id === '' ? 'block' : 'none', md: 'block' }, minWidth: 0 }}>
          <TextField
            select
            fullWidth
            label={t('state')}
            value={show}
            onChange={({ target }) => go({ show: target.value, case: '' })}
            sx={{ mb: 1.5 }}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
          >
            {shown.map((one) => (
              <MenuItem key={one} value={one}>
                {names[one]}
              </MenuItem>
            ))}
          </TextField>
          <Card>
            <CursorList
              list={list}
              keyOf={(found) => found.id}
              label={t('queue')}
              gap={0}
              empty={<EmptyState icon={InboxOutlined} title={t('empty')} hint={t('empty_hint')} />}
            >
              {(found) => (
                <CaseRow found={found} chosen={found.id === id} onChoose={() => go({ case: found.id })} />
              )}
            </CursorList>
          </Card>
        </Box>
        <Box sx={{ display: { xs: id === '' ? 'none' : 'block', md: 'block' }, minWidth: 0 }}>
          <Button color="inherit" onClick={() => go({ case: '' })} sx={{ display: { md: 'none' }, mb: 1 }}>
            {t('back')}
          </Button>
          <ChosenCase id={id} onNext={next} />
        </Box>
      </Box>
    </Page>
  );
}
