import { consolidateLevel, type LevelOperation, type MemoryGroup } from './consolidate-level.rules.ts';
import { type Statement, statementsOf } from './fact-statements.rules.ts';
import { byTime, type ConsolidationPlan, compare, type MemoryItem } from './memory-item.ts';
import { jaccard, similarPairs } from './minhash.rules.ts';

/** From this similarity on two statements of one subject and one relation are the same fact; below, only linked. */
const SAME = 0.9;
const LINKED = 0.5;
const MOST_SOURCES = 200;

interface FactGroup extends MemoryGroup {
  readonly statement: Statement;
  /** Stems of subject, relation and object: what facts are compared by across subjects. */
  readonly signature: ReadonlySet<string>;
}

function identity({ subjectKey, relation }: Statement): string {
  return `${subjectKey}|${relation}`;
}

function objectKey(object: ReadonlySet<string>): string {
  return [...object].sort().join(' ');
}

/** Statements of one subject and relation, first by equal objects, then nearly equal ones joined to the earliest. */
function clusters(statements: readonly Statement[]): Statement[][] {
  const equal = new Map<string, Statement[]>();
  for (const statement of statements) {
    const key = objectKey(statement.object);
    const known = equal.get(key);
    if (known === undefined) equal.set(key, [statement]);
    else known.push(statement);
  }
  const distinct = [...equal.values()];
  const parent = distinct.map((_, at) => at);
  const rootOf = (at: number): number => {
    let root = at;
    while (parent[root] !== undefined && parent[root] !== root) root = parent[root] ?? root;
    return root;
  };
  const objects = distinct.map(([first]) => first?.object ?? new Set<string>());
  for (const { a, b } of similarPairs(objects, SAME)) {
    // Joined to the earliest, and only if alike it too: a chain of small changes is not one fact.
    const root = rootOf(a);
    if (jaccard(objects[root] ?? new Set(), objects[b] ?? new Set()) >= SAME) parent[rootOf(b)] = root;
  }
  const merged = new Map<number, Statement[]>();
  for (const [at, group] of distinct.entries())
    merged.set(rootOf(at), [...(merged.get(rootOf(at)) ?? []), ...group]);
  return [...merged.values()];
}

function groupFacts(items: readonly MemoryItem[]): FactGroup[] {
  const bySubject = new Map<string, Statement[]>();
  for (const statement of items.filter(({ level }) => level === 0).flatMap(statementsOf)) {
    const known = bySubject.get(identity(statement));
    if (known === undefined) bySubject.set(identity(statement), [statement]);
    else known.push(statement);
  }
  const groups: FactGroup[] = [];
  for (const [about, statements] of [...bySubject].sort(([a], [b]) => compare(a, b))) {
    for (const cluster of clusters(statements)) {
      const [statement] = cluster;
      if (statement === undefined) continue;
      const members = cluster
        .map(({ item }) => item)
        .toSorted(byTime)
        .slice(0, MOST_SOURCES);
      const repeated = Math.min(0.2, 0.05 * (members.length - 1));
      groups.push({
        key: `fact:${about}|${objectKey(statement.object)}`,
        kind: 'fact',
        members,
        importance: Math.max(0.4, ...members.map(({ importance }) => importance)) + repeated,
        metadata: {
          subject: statement.subject,
          relation: statement.relation,
          object: [...statement.object].sort().join(' '),
          mentions: cluster.length,
        },
        statement,
        signature: new Set([...statement.object, `relation:${statement.relation}`]),
      });
    }
  }
  return groups;
}

/** How products call the person who owns the memory; it names nobody. */
const OWNER_SPEAKERS: ReadonlySet<string> = new Set(['user', 'human', 'пользователь']);

/** The sentence, with the name of who said it of themselves where the sentence itself does not tell. */
function factText({ statement: { subject, sentence } }: FactGroup): string {
  return OWNER_SPEAKERS.has(subject.toLowerCase()) || sentence.includes(subject)
    ? sentence
    : `${subject}: ${sentence}`;
}

const FACTS: LevelOperation<FactGroup> = {
  level: 2,
  group: groupFacts,
  name: factText,
  summarise: factText,
  link: (groups) =>
    similarPairs(
      groups.map(({ signature }) => signature),
      LINKED,
    ).flatMap(({ a, b, similarity }) => {
      const from = groups[a];
      const to = groups[b];
      return from === undefined || to === undefined
        ? []
        : [{ from: from.key, to: to.key, kind: 'similar' as const, weight: similarity }];
    }),
};

/**
 * Plans facts out of turns and notes: sentences that state something about somebody. Repetitions merge only for the
 * same subject and relation; what is merely alike is linked. Sources are the turns that say so.
 */
export function planFacts(turns: readonly MemoryItem[]): ConsolidationPlan {
  return consolidateLevel(turns, FACTS);
}
