import CompareArrowsRounded from '@mui/icons-material/CompareArrowsRounded';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import { Box, Button, Card, Checkbox, Link, Stack, Typography } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { CursorList, EmptyState, Page, RelativeTime, useCursorList, useText } from '#platform/web';
import { listReviews, type Review } from '../../../contract/index.ts';
import { BackLink } from '../../pieces/back-link.tsx';
import { usePeople } from '../../pieces/use-people.ts';
import { codeTexts } from '../texts.ts';
import { CountChips } from './count-chips.tsx';
import { comparePath, namedReviewsPath, reviewPath, reviewsPath } from './paths.ts';
import { reviewsTexts } from './texts.ts';
import { TrendFigure } from './trend-figure.tsx';

interface ReviewRowProps {
  readonly review: Review;
  readonly author: string;
  readonly chosen: boolean;
  readonly mayChoose: boolean;
  readonly onChoose: (chosen: boolean) => void;
  /** Leads to all reviews of its name; left out where they are shown already. */
  readonly showsOthers: boolean;
}

function ReviewRow(props: ReviewRowProps): ReactNode {
  const { review, author, chosen, mayChoose, onChoose, showsOthers } = props;
  const t = useText(reviewsTexts);
  return (
    <Card sx={{ p: { xs: 1.5, sm: 2 }, display: 'flex', gap: 1, alignItems: 'flex-start' }}>
      <Checkbox
        checked={chosen}
        disabled={!chosen && !mayChoose}
        onChange={(_event, checked) => onChoose(checked)}
        slotProps={{ input: { 'aria-label': t('choose', { name: review.name }) } }}
        sx={{ m: -0.75 }}
      />
      <Box sx={{ minWidth: 0, flex: 1, display: 'grid', gap: 1 }}>
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 1.5, alignItems: 'baseline' }}>
          <Link
            component={RouterLink}
            to={reviewPath(review.id)}
            underline="hover"
            sx={{ fontWeight: 600, overflowWrap: 'anywhere', minWidth: 0 }}
          >
            {review.name}
          </Link>
          {showsOthers ? (
            <Link
              component={RouterLink}
              to={namedReviewsPath(review.name)}
              variant="body2"
              aria-label={t('trend_of', { name: review.name })}
            >
              {t('trend_link')}
            </Link>
          ) : null}
        </Box>
        <CountChips counts={review.counts} />
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          <RelativeTime value={review.created_at} />
          {` · ${author} · ${t('files', { count: review.files })}`}
        </Typography>
      </Box>
    </Card>
  );
}

/** Saved reviews of the company; those of one name with their trend; two of them to be compared. */
export function ReviewsScreen(): ReactNode {
  const t = useText(reviewsTexts);
  const told = useText(codeTexts);
  const [search] = useSearchParams();
  const name = search.get('name')?.slice(0, 120) ?? '';
  const people = usePeople();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const list = useCursorList(
    listReviews,
    { query: { limit: 20, ...(name.trim() === '' ? {} : { name }) } },
    { keepPrevious: true },
  );
  const [one, other] = chosen;
  return (
    <>
      <BackLink to="/assistants/code">{told('rules.back')}</BackLink>
      <Page
        title={t('title')}
        help={t('help')}
        actions={
          list.items.length < 2 ? undefined : one !== undefined && other !== undefined ? (
            <Button
              variant="contained"
              startIcon={<CompareArrowsRounded />}
              component={RouterLink}
              to={comparePath(one, other)}
            >
              {t('compare')}
            </Button>
          ) : (
            <Button variant="outlined" color="inherit" startIcon={<CompareArrowsRounded />} disabled>
              {t('compare_choose')}
            </Button>
          )
        }
      >
        <Stack spacing={2}>
          {name.trim() === '' ? null : (
            <>
              <Box
                sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, rowGap: 0.5, alignItems: 'center' }}
              >
                <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere', minWidth: 0 }}>
                  {t('only', { name })}
                </Typography>
                <Link component={RouterLink} to={reviewsPath} variant="body2">
                  {t('show_all')}
                </Link>
              </Box>
              <TrendFigure name={name} />
            </>
          )}
          <CursorList
            list={list}
            label={t('title')}
            keyOf={({ id }) => id}
            empty={
              <EmptyState
                icon={FactCheckOutlined}
                title={t('empty')}
                hint={t('empty_hint')}
                action={
                  <Button variant="contained" component={RouterLink} to="/assistants/code">
                    {t('to_check')}
                  </Button>
                }
              />
            }
          >
            {(review) => (
              <ReviewRow
                review={review}
                author={people.nameOf(review.author_id)}
                showsOthers={name.trim() === ''}
                chosen={chosen.includes(review.id)}
                mayChoose={chosen.length < 2}
                onChoose={(add) =>
                  setChosen((now) => (add ? [...now, review.id] : now.filter((id) => id !== review.id)))
                }
              />
            )}
          </CursorList>
        </Stack>
      </Page>
    </>
  );
}
