import type { CheckedFile, CodeFinding, ReviewDetail } from '../../../contract/index.ts';

/** Findings of two reviews apart: what came, what went, what is in both. */
export interface Comparison {
  readonly added: readonly CheckedFile[];
  readonly gone: readonly CheckedFile[];
  readonly stayed: readonly CheckedFile[];
}

// Lines move when code above them changes: a finding is the same by its rule and its words, not by its place.
const markOf = ({ key, message }: CodeFinding): string => `${key}\u0000${message}`;

const groupOf = (findings: readonly CodeFinding[]): Map<string, CodeFinding[]> =>
  Map.groupBy(findings, markOf);

/** The findings of `left` that have a partner in `right`: those on the same line first, then in their order. */
function partnered(left: readonly CodeFinding[], right: readonly CodeFinding[]): ReadonlySet<CodeFinding> {
  const paired = new Set<CodeFinding>();
  const others = groupOf(right);
  for (const [mark, own] of groupOf(left)) {
    const partners = others.get(mark) ?? [];
    const lines = new Set(partners.map(({ range }) => range.start.line));
    const byLikeness = own.toSorted(
      (one, other) => Number(lines.has(other.range.start.line)) - Number(lines.has(one.range.start.line)),
    );
    for (const finding of byLikeness.slice(0, partners.length)) paired.add(finding);
  }
  return paired;
}

function split(
  files: readonly CheckedFile[],
  others: ReadonlyMap<string, readonly CodeFinding[]>,
): { readonly same: readonly CheckedFile[]; readonly alone: readonly CheckedFile[] } {
  const same: CheckedFile[] = [];
  const alone: CheckedFile[] = [];
  for (const { path, findings } of files) {
    const paired = partnered(findings, others.get(path) ?? []);
    const [inBoth, inOne] = [
      findings.filter((finding) => paired.has(finding)),
      findings.filter((finding) => !paired.has(finding)),
    ];
    if (inBoth.length > 0) same.push({ path, findings: inBoth });
    if (inOne.length > 0) alone.push({ path, findings: inOne });
  }
  return { same, alone };
}

const byPath = (files: readonly CheckedFile[]): ReadonlyMap<string, readonly CodeFinding[]> =>
  new Map(files.map(({ path, findings }) => [path, findings]));

/** What changed from the earlier review to the later one. */
export function compareReviews(
  before: Pick<ReviewDetail, 'report'>,
  after: Pick<ReviewDetail, 'report'>,
): Comparison {
  const { alone: gone } = split(before.report, byPath(after.report));
  const { alone: added, same: stayed } = split(after.report, byPath(before.report));
  return { added, gone, stayed };
}

export const findingCount = (files: readonly CheckedFile[]): number =>
  files.reduce((sum, { findings }) => sum + findings.length, 0);
