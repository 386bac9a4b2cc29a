import type { Static } from 'typebox';
import type { FileReport, Finding } from '#products/assistants/engines/diagnostics';
import type * as contract from '../../../contract/index.ts';
import type { Review, ReviewDetail } from '../../engines/reviews/review.ts';

type Locale = 'ru' | 'en';

export function presentFinding(finding: Finding, locale: Locale): Static<typeof contract.CodeFinding> {
  const { key, severity, type, message, range, standards, related, fix } = finding;
  return {
    key,
    severity,
    type,
    message: message[locale],
    range,
    ...(standards.length === 0 ? {} : { standards: [...standards] }),
    ...(related.length === 0
      ? {}
      : { related: related.map((other) => ({ message: other.message[locale], range: other.range })) }),
    ...(fix === undefined
      ? {}
      : {
          fix: {
            title: fix.title[locale],
            edits: fix.edits.map(({ start, end, text }) => ({ start, end, text })),
          },
        }),
  };
}

export function presentFile(
  { path, findings }: FileReport,
  locale: Locale,
): Static<typeof contract.CheckedFile> {
  return { path, findings: findings.map((finding) => presentFinding(finding, locale)) };
}

export function presentReview(review: Review): Static<typeof contract.Review> {
  const { id, name, files, counts, authorId, createdAt } = review;
  return { id, name, files, counts, author_id: authorId, created_at: createdAt.toISOString() };
}

export function presentReviewDetail(
  review: ReviewDetail,
  locale: Locale,
): Static<typeof contract.ReviewDetail> {
  return {
    ...presentReview(review),
    report: review.report.map((file) => presentFile(file, locale)),
    left_out: review.leftOut,
  };
}
