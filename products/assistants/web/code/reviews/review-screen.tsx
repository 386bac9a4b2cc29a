import CompareArrowsRounded from '@mui/icons-material/CompareArrowsRounded';
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import { Alert, Button, Stack, Typography } from '@mui/material';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import {
  LoadingState,
  Page,
  RelativeTime,
  useApi,
  useCall,
  useInvalidate,
  useNotice,
  useSession,
  useText,
} from '#platform/web';
import {
  deleteReview,
  getReview,
  listReviews,
  type ReviewDetail,
  reviewTrend,
} from '../../../contract/index.ts';
import { administers } from '../../pieces/administers.rules.ts';
import { BackLink } from '../../pieces/back-link.tsx';
import { DeleteButton } from '../../pieces/delete-button.tsx';
import { useMyCompany } from '../../pieces/use-my-company.ts';
import { usePeople } from '../../pieces/use-people.ts';
import { useCodeRefusals } from '../refusals.ts';
import { ReportMenu } from '../report-menu.tsx';
import { codeTexts } from '../texts.ts';
import { CountChips } from './count-chips.tsx';
import { KeptFindings } from './kept-findings.tsx';
import { comparePath, namedReviewsPath, reviewsPath } from './paths.ts';
import { reviewsTexts } from './texts.ts';

function DeleteReview({ review }: { readonly review: ReviewDetail }): ReactNode {
  const t = useText(reviewsTexts);
  const { call } = useApi();
  const notice = useNotice();
  const navigate = useNavigate();
  const invalidate = useInvalidate();
  const refusals = useCodeRefusals();
  return (
    <DeleteButton
      label={t('delete')}
      icon={<DeleteOutlineRounded />}
      title={t('delete_title')}
      confirmLabel={t('delete')}
      refusals={refusals}
      onDelete={async () => {
        await call(deleteReview, { params: { id: review.id } });
        notice.success(t('deleted'));
        void navigate(reviewsPath, { replace: true });
        await invalidate(listReviews, reviewTrend);
      }}
    >
      {t('delete_help', { name: review.name })}
    </DeleteButton>
  );
}

function Opened({ review }: { readonly review: ReviewDetail }): ReactNode {
  const t = useText(reviewsTexts);
  const told = useText(codeTexts);
  const people = usePeople();
  const company = useMyCompany();
  const me = useSession().user?.id;
  const trend = useCall(reviewTrend, { query: { name: review.name } }).data?.items ?? [];
  const before = trend[trend.findIndex(({ id }) => id === review.id) - 1];
  const mayDelete = administers(company) || (review.author_id === me && company?.role === 'member');
  return (
    <Page
      width="full"
      title={review.name}
      help={
        <>
          <RelativeTime value={review.created_at} />
          {` · ${people.nameOf(review.author_id)} · ${t('files', { count: review.files })}`}
        </>
      }
      actions={
        <>
          {before === undefined ? null : (
            <Button
              variant="outlined"
              color="inherit"
              startIcon={<CompareArrowsRounded />}
              component={Link}
              to={comparePath(before.id, review.id)}
            >
              {t('with_previous')}
            </Button>
          )}
          {trend.length < 2 ? null : (
            <Button variant="outlined" color="inherit" component={Link} to={namedReviewsPath(review.name)}>
              {t('trend_link')}
            </Button>
          )}
          <ReportMenu files={review.report} />
          {mayDelete ? <DeleteReview review={review} /> : null}
        </>
      }
    >
      <Stack spacing={2}>
        <CountChips counts={review.counts} />
        {review.left_out === 0 ? null : (
          <Alert severity="info">{told('result.left_out', { count: review.left_out })}</Alert>
        )}
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {t('no_code')}
        </Typography>
        <KeptFindings files={review.report} />
      </Stack>
    </Page>
  );
}

/** One saved review with its findings. */
export function ReviewScreen(): ReactNode {
  const t = useText(reviewsTexts);
  const { id = '' } = useParams();
  const refusals = useCodeRefusals();
  const { data, error, refetch } = useCall(getReview, { params: { id } });
  return (
    <>
      <BackLink to={reviewsPath}>{t('back')}</BackLink>
      {data !== undefined ? (
        <Opened key={id} review={data} />
      ) : (
        <LoadingState error={error} refusals={refusals} onRetry={refetch} rows={5} />
      )}
    </>
  );
}
