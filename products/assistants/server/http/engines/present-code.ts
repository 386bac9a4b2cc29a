import type { Static } from 'typebox';
import { allRules, type FileReport, type Finding, type Rule } from '#products/assistants/engines/diagnostics';
import type * as contract from '../../../contract/index.ts';
import type { Review, ReviewDetail } from '../../engines/reviews/review.ts';

type Locale = 'ru' | 'en';

const standardUrl = (number: number): string => `https://its.1c.ru/db/v8std/content/${number}/hdoc`;

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

function presentRule(rule: Rule): Static<typeof contract.CodeRule> {
  const { key, type, severity, minutes, isActive, dialect, moduleTypes, standards, title, defaults } = rule;
  return {
    key,
    type,
    severity,
    minutes,
    active: isActive,
    dialect,
    module_types: moduleTypes === undefined ? null : [...moduleTypes],
    standards: standards.map((number) => ({ number, url: standardUrl(number) })),
    title,
    parameters: { ...defaults },
  };
}

/** All rules by key. */
export function presentRules(): Static<typeof contract.CodeRule>[] {
  return allRules.toSorted((left, right) => (left.key < right.key ? -1 : 1)).map(presentRule);
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
