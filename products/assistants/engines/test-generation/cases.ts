import { type MethodSymbol, type Node, type SyntaxTree, T, textOf } from '#products/assistants/engines/bsl';
import type { Text } from '#products/assistants/engines/diagnostics';
import { candidatesOf } from './candidates.ts';
import { combinations } from './combinations.ts';
import { newState, type Outcome, type Run, runMethod } from './run/run.ts';
import type { Turn } from './run/state.ts';
import { isKnown, type Value } from './run/value.ts';

/** What a case is there for. */
export type Reason = 'branch' | 'boundary' | 'loop' | 'exception' | 'default' | 'call';

/** A set of arguments worth a test, and what is known of the run. */
export interface TestCase {
  /** undefined: the argument is left out. */
  readonly args: readonly (Value | undefined)[];
  readonly reasons: readonly { readonly kind: Reason; readonly words: Text }[];
  /** Lines, from 1, that the case reaches as far as can be told. */
  readonly lines: readonly number[];
  /** Known only where the arguments alone decide the way and the value could be computed. */
  readonly outcome: Outcome;
  /** The arguments alone decide the way. */
  readonly isDecided: boolean;
}

export interface MethodCases {
  readonly method: MethodSymbol;
  readonly cases: readonly TestCase[];
  /** Parameters nothing is known of: a person must give their values. */
  readonly openParameters: readonly string[];
}

const turnKey = ({ node, way }: Turn): string => `${node.kind}:${node.first}:${way}`;

function reasonOf(tree: SyntaxTree, { node, way }: Turn): { kind: Reason; words: Text } {
  const line = tree.lines.lineAt(tree.tokens.start(node.first)) + 1;
  const said = (shown: Node): string => textOf(tree, shown).replaceAll(/\s+/g, ' ').slice(0, 80);
  switch (node.kind) {
    case 'binary':
      return {
        kind: 'boundary',
        words: {
          ru: `строка ${line}: ${said(node.left)} ${way} ${said(node.right)}`,
          en: `line ${line}: ${said(node.left)} ${way} ${said(node.right)}`,
        },
      };
    case 'for':
    case 'forEach':
      return {
        kind: 'loop',
        words: {
          ru: `строка ${line}: кругов ${way === 'many' ? 'много' : way}`,
          en: `line ${line}: rounds ${way}`,
        },
      };
    case 'raise':
      return {
        kind: 'exception',
        words: { ru: `строка ${line}: исключение`, en: `line ${line}: an exception` },
      };
    default: {
      const condition = 'condition' in node ? said(node.condition) : said(node);
      const holds = way === 'true';
      return {
        kind: 'branch',
        words: {
          ru: `строка ${line}: ${condition} — ${holds ? 'да' : 'нет'}`,
          en: `line ${line}: ${condition} is ${holds ? 'true' : 'false'}`,
        },
      };
    }
  }
}

/** A comparison counts as a boundary only where the constant itself can be met. */
function isWorthy(turn: Turn): boolean {
  return turn.node.kind !== 'binary' || turn.node.operator !== T.Equal || turn.way === '=';
}

interface Tried {
  readonly args: readonly (Value | undefined)[];
  readonly run: Run;
  readonly isDecided: boolean;
  readonly turns: ReadonlyMap<string, Turn>;
}

function tryAll(
  tree: SyntaxTree,
  method: MethodSymbol,
): { tried: readonly Tried[]; open: readonly string[] } {
  const lists = candidatesOf(method, newState(tree));
  const open = method.parameters.flatMap(({ name }, index) =>
    (lists[index] ?? []).length === 0 ? [name] : [],
  );
  const unknownValue: Value = { kind: 'unknown' };
  const tried = combinations(lists.map((list) => (list.length === 0 ? [unknownValue] : list))).flatMap(
    (args) =>
      runMethod(tree, method, args).map((run): Tried => {
        const turns = new Map(run.turns.filter(isWorthy).map((turn) => [turnKey(turn), turn]));
        return { args, run, isDecided: run.supposed === 0 && run.outcome.kind !== 'lost', turns };
      }),
  );
  return { tried, open };
}

/** The fewest runs that meet every turn met by any: greedily the one with most new turns, decided ones first. */
function choose(tried: readonly Tried[]): readonly { run: Tried; fresh: readonly Turn[] }[] {
  const met = new Set<string>();
  const chosen: { run: Tried; fresh: readonly Turn[] }[] = [];
  const freshOf = ({ turns }: Tried): readonly Turn[] =>
    [...turns].flatMap(([key, turn]) => (met.has(key) ? [] : [turn]));
  for (const wanted of [true, false]) {
    const pool = tried.filter(({ isDecided }) => isDecided === wanted);
    for (;;) {
      let best: { run: Tried; fresh: readonly Turn[] } | undefined;
      for (const run of pool) {
        const fresh = freshOf(run);
        if (fresh.length > (best?.fresh.length ?? 0)) best = { run, fresh };
      }
      if (best === undefined) break;
      chosen.push(best);
      for (const turn of best.fresh) met.add(turnKey(turn));
    }
  }
  const [first] = tried;
  return chosen.length === 0 && first !== undefined ? [{ run: first, fresh: [] }] : chosen;
}

/** The cases that reach each branch and boundary of a method, as few as meet them all. */
export function casesOf(tree: SyntaxTree, method: MethodSymbol): MethodCases {
  const { tried, open } = tryAll(tree, method);
  const cases = choose(tried).map(({ run: { args, run, isDecided }, fresh }): TestCase => {
    const reasons = fresh.map((turn) => reasonOf(tree, turn));
    const call = { kind: 'call' as const, words: { ru: 'вызов', en: 'a call' } };
    const leftOut = {
      kind: 'default' as const,
      words: { ru: 'значения по умолчанию', en: 'default values' },
    };
    return {
      args,
      reasons: [
        ...(reasons.length === 0 ? [call] : reasons),
        ...(args.some((value) => value === undefined) ? [leftOut] : []),
      ],
      lines: run.lines,
      outcome: run.outcome,
      isDecided: isDecided && args.every((value) => value === undefined || isKnown(value)),
    };
  });
  return { method, cases, openParameters: open };
}
