import { Alert, Box, Card, Link, Stack, Tab, Tabs, Typography } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { EmptyState, LoadingState, Page, RelativeTime, useCall, useText } from '#platform/web';
import { getReview, type ReviewDetail } from '../../../contract/index.ts';
import { BackLink } from '../../pieces/back-link.tsx';
import { usePeople } from '../../pieces/use-people.ts';
import { useCodeRefusals } from '../refusals.ts';
import { type Comparison, compareReviews, findingCount } from './compare.rules.ts';
import { CountChips } from './count-chips.tsx';
import { KeptFindings } from './kept-findings.tsx';
import { reviewPath, reviewsPath } from './paths.ts';
import { reviewsTexts } from './texts.ts';

const tabs: readonly (keyof Comparison)[] = ['added', 'gone', 'stayed'];

interface SideProps {
  readonly label: string;
  readonly review: ReviewDetail;
  readonly before?: ReviewDetail;
}

function Side({ label, review, before }: SideProps): ReactNode {
  const people = usePeople();
  return (
    <Card sx={{ p: 2, display: 'grid', gap: 1, minWidth: 0, alignContent: 'start' }}>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {label}
      </Typography>
      <Link
        component={RouterLink}
        to={reviewPath(review.id)}
        underline="hover"
        sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}
      >
        {review.name}
      </Link>
      <CountChips counts={review.counts} {...(before === undefined ? {} : { before: before.counts })} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        <RelativeTime value={review.created_at} />
        {` · ${people.nameOf(review.author_id)}`}
      </Typography>
    </Card>
  );
}

function Compared({
  before,
  after,
}: {
  readonly before: ReviewDetail;
  readonly after: ReviewDetail;
}): ReactNode {
  const t = useText(reviewsTexts);
  const [tab, setTab] = useState<keyof Comparison>('added');
  const comparison = useMemo(() => compareReviews(before, after), [before, after]);
  const files = comparison[tab];
  return (
    <Stack spacing={2}>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' },
        }}
      >
        <Side label={t('earlier')} review={before} />
        <Side label={t('later')} review={after} before={before} />
      </Box>
      {before.left_out + after.left_out === 0 ? null : <Alert severity="info">{t('incomplete')}</Alert>}
      <Tabs
        value={tab}
        onChange={(_event, next: keyof Comparison) => setTab(next)}
        aria-label={t('compared')}
        variant="scrollable"
        allowScrollButtonsMobile
      >
        {tabs.map((each) => (
          <Tab key={each} value={each} label={t(`tab.${each}`, { number: findingCount(comparison[each]) })} />
        ))}
      </Tabs>
      {files.length === 0 ? (
        <EmptyState title={t(`none.${tab}`)} />
      ) : (
        <KeptFindings key={tab} files={files} />
      )}
    </Stack>
  );
}

/** Two saved reviews: what came, what went, what stayed; the earlier one is the measure. */
export function CompareScreen(): ReactNode {
  const t = useText(reviewsTexts);
  const [search] = useSearchParams();
  const refusals = useCodeRefusals();
  const one = useCall(getReview, { params: { id: search.get('one') ?? '' } });
  const other = useCall(getReview, { params: { id: search.get('other') ?? '' } });
  const error = one.error ?? other.error;
  const [before, after] = [one.data, other.data].toSorted((left, right) =>
    (left?.created_at ?? '') < (right?.created_at ?? '') ? -1 : 1,
  );
  return (
    <>
      <BackLink to={reviewsPath}>{t('back')}</BackLink>
      <Page width="full" title={t('compared')} help={t('compared_help')}>
        {before !== undefined && after !== undefined ? (
          <Compared before={before} after={after} />
        ) : (
          <LoadingState
            error={error}
            refusals={refusals}
            onRetry={() => void Promise.all([one.refetch(), other.refetch()])}
            rows={5}
          />
        )}
      </Page>
    </>
  );
}
