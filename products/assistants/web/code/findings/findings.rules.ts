import type { CheckedFile, CodeFinding, Severity } from '../../../contract/index.ts';
import { severities } from '../settings/settings.rules.ts';

/** A finding and the file it is in. */
export interface FoundAt {
  readonly id: string;
  readonly path: string;
  readonly finding: CodeFinding;
}

export interface FindingFilter {
  /** Empty: all. */
  readonly severities: readonly Severity[];
  readonly rule: string | null;
  /** A part of the path. */
  readonly file: string;
  /** A part of the message or of the key. */
  readonly text: string;
}

export type Grouping = 'none' | 'file' | 'rule' | 'severity';

export type FindingRow =
  | { readonly kind: 'group'; readonly id: string; readonly name: string; readonly count: number }
  | { readonly kind: 'finding'; readonly id: string; readonly found: FoundAt };

export const noFilter: FindingFilter = { severities: [], rule: null, file: '', text: '' };

const weight = new Map(severities.map((severity, index) => [severity, index]));
const weightOf = ({ finding }: FoundAt): number => weight.get(finding.severity) ?? severities.length;

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

function byPlace(one: FoundAt, other: FoundAt): number {
  const [from, to] = [one.finding.range.start, other.finding.range.start];
  return compare(one.path, other.path) || from.line - to.line || from.character - to.character;
}

/** All findings of a report, the worst first, then by place. */
export function findingsOf(files: readonly CheckedFile[]): readonly FoundAt[] {
  return files
    .flatMap(({ path, findings }) =>
      findings.map((finding, index) => ({ id: `${path}#${index}`, path, finding })),
    )
    .sort((one, other) => weightOf(one) - weightOf(other) || byPlace(one, other));
}

export function filtered(found: readonly FoundAt[], filter: FindingFilter): readonly FoundAt[] {
  const [file, text] = [filter.file.trim().toLowerCase(), filter.text.trim().toLowerCase()];
  return found.filter(
    ({ path, finding: { severity, key, message } }) =>
      (filter.severities.length === 0 || filter.severities.includes(severity)) &&
      (filter.rule === null || filter.rule === key) &&
      (file === '' || path.toLowerCase().includes(file)) &&
      (text === '' || message.toLowerCase().includes(text) || key.toLowerCase().includes(text)),
  );
}

/** How many findings each rule has, the most first. */
export function ruleCounts(found: readonly FoundAt[]): readonly (readonly [key: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const { finding } of found) counts.set(finding.key, (counts.get(finding.key) ?? 0) + 1);
  return [...counts].sort((one, other) => other[1] - one[1] || compare(one[0], other[0]));
}

const names: Readonly<Record<Exclude<Grouping, 'none'>, (found: FoundAt) => string>> = {
  file: ({ path }) => path,
  rule: ({ finding }) => finding.key,
  severity: ({ finding }) => finding.severity,
};

/** Rows of a list: findings with the heads of their groups between them. Large groups come first, severities by weight. */
export function rowsOf(found: readonly FoundAt[], grouping: Grouping): readonly FindingRow[] {
  const rowOf = (each: FoundAt): FindingRow => ({ kind: 'finding', id: each.id, found: each });
  if (grouping === 'none') return found.map(rowOf);
  const groups = new Map<string, FoundAt[]>();
  for (const each of found) {
    const name = names[grouping](each);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [each]);
    else group.push(each);
  }
  const ordered = [...groups];
  if (grouping !== 'severity')
    ordered.sort((one, other) => other[1].length - one[1].length || compare(one[0], other[0]));
  return ordered.flatMap(([name, members]) => [
    { kind: 'group' as const, id: `group:${name}`, name, count: members.length },
    ...(grouping === 'file' ? members.toSorted(byPlace) : members).map(rowOf),
  ]);
}
