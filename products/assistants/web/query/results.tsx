import { Alert, AlertTitle, Button, Stack, Tab, Tabs, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { DataList, EmptyState, useLocalized, useText } from '#platform/web';
import type { CheckedQuery, QueryFinding } from '../../contract/index.ts';
import { Explanation } from './explanation.tsx';
import { RewriteCard } from './rewrite-card.tsx';
import { queryTexts } from './texts.ts';
import type { Analysis } from './use-analysis.ts';

export interface PlacedFinding {
  readonly id: string;
  readonly index: number;
  readonly query: CheckedQuery;
  readonly finding: QueryFinding;
}

export interface ResultsProps {
  readonly analysis: Analysis | null;
  readonly isStale: boolean;
  readonly onShow: (finding: QueryFinding) => void;
  readonly onApply: (placed: PlacedFinding) => void;
  readonly onApplyAll: () => void;
}

const placedIn = ({ checked }: Analysis): readonly PlacedFinding[] =>
  checked.queries
    .flatMap((query, index) =>
      query.findings.map((finding, place) => ({ id: `${index}:${place}`, index, query, finding })),
    )
    .sort((one, other) => Number(other.finding.safe) - Number(one.finding.safe));

/** What the analysis says: errors, what to improve, and what the query does. */
export function Results({ analysis, isStale, onShow, onApply, onApplyAll }: ResultsProps): ReactNode {
  const t = useText(queryTexts);
  const localized = useLocalized();
  const [tab, setTab] = useState<'rewrites' | 'outline'>('rewrites');
  if (analysis === null) return <EmptyState title={t('empty.title')} hint={t('empty.hint')} />;
  const placed = placedIn(analysis);
  const errors = analysis.checked.queries.flatMap((query) => query.errors);
  return (
    <Stack spacing={1.5}>
      <Tabs value={tab} onChange={(_event, next) => setTab(next)} aria-label={t('tab.label')}>
        <Tab value="rewrites" label={t('tab.rewrites')} />
        <Tab value="outline" label={t('tab.outline')} />
      </Tabs>
      {isStale ? <Alert severity="info">{t('stale')}</Alert> : null}
      {errors.length === 0 ? null : (
        <Alert severity="error">
          <AlertTitle>{t('error.title')}</AlertTitle>
          {errors.slice(0, 20).map(({ code, message, range }) => (
            <div key={`${code}:${range.start.line}:${range.start.character}`}>
              {`${t('error.line', { line: range.start.line + 1 })}: ${localized(message)}`}
            </div>
          ))}
        </Alert>
      )}
      {tab === 'outline' ? (
        analysis.explained.queries.map((query) => <Explanation key={query.line} query={query} />)
      ) : placed.length === 0 ? (
        errors.length === 0 ? (
          <EmptyState title={t('rewrite.none')} hint={t('rewrite.none_hint')} />
        ) : null
      ) : (
        <>
          <Stack
            direction="row"
            sx={{ alignItems: 'center', justifyContent: 'space-between', gap: 1, flexWrap: 'wrap' }}
          >
            <Typography role="status" variant="body2" sx={{ color: 'text.secondary' }}>
              {t('rewrite.count', { count: placed.length })}
            </Typography>
            {placed.some(({ finding }) => finding.safe) && !isStale ? (
              <Button variant="contained" onClick={onApplyAll}>
                {t('rewrite.apply_all')}
              </Button>
            ) : null}
          </Stack>
          <DataList items={placed} keyOf={({ id }) => id} label={t('rewrite.list')}>
            {(each) => (
              <RewriteCard
                finding={each.finding}
                onShow={() => onShow(each.finding)}
                onApply={each.finding.edits.length === 0 || isStale ? undefined : () => onApply(each)}
              />
            )}
          </DataList>
        </>
      )}
    </Stack>
  );
}
