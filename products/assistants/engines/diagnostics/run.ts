import {
  type Node,
  type NodeKind,
  parseModule,
  type Range,
  rangeOf,
  recovered,
  type Span,
  type SyntaxTree,
  symbolsOf,
  walk,
} from '#products/assistants/engines/bsl';
import type { Fix, ParameterValue, Project, Report, Rule, RuleType, Severity, Visitor } from './rule.ts';
import type { Text } from './text.ts';

/** What a rule found. */
export interface Finding {
  readonly key: string;
  readonly type: RuleType;
  readonly severity: Severity;
  readonly minutes: number;
  readonly message: Text;
  readonly standards: readonly number[];
  readonly range: Range;
  readonly related: readonly { readonly range: Range; readonly message: Text }[];
  readonly fix: Fix | undefined;
}

/** A rule with the values its parameters have in this run. */
export interface ChosenRule {
  readonly rule: Rule;
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

export interface DiagnoseOptions {
  readonly rules: readonly ChosenRule[];
  readonly path: string;
  readonly moduleType: string;
  readonly project?: Project | undefined;
}

export interface Diagnosis {
  readonly tree: SyntaxTree;
  /** By place, then by key. */
  readonly findings: readonly Finding[];
  /** Rules that broke down on this module, whose findings are dropped, or that found more than is kept, with the reason. */
  readonly faults: readonly { readonly key: string; readonly reason: string }[];
}

type Handler = (node: Node) => void;

/** Findings of one rule in one module that are kept: nobody reads more, and a made-up module could ask for millions. */
export const mostFindings = 20_000;

interface Running {
  readonly rule: Rule;
  readonly visitor: Visitor;
  failed: boolean;
}

/** Runs rules over one module: parsed once, walked once. Never throws. */
export function diagnose(source: string, options: DiagnoseOptions): Diagnosis {
  return diagnoseTree(parseModule(source), options);
}

/** As `diagnose`, for a module that is parsed already. */
export function diagnoseTree(parsed: SyntaxTree, options: DiagnoseOptions): Diagnosis {
  const tree = isFaulty(parsed) ? recovered(parsed) : parsed;
  const findings: Finding[] = [];
  const faults: { key: string; reason: string }[] = [];
  const running: Running[] = [];
  const fail = (rule: Rule, error: unknown): void => {
    faults.push({ key: rule.key, reason: error instanceof Error ? error.message : String(error) });
  };

  const leftOut = new Map<string, number>();
  for (const { rule, parameters } of options.rules) {
    let kept = 0;
    const report = (start: number, end: number, given: Partial<Report> = {}): void => {
      if (kept >= mostFindings) {
        leftOut.set(rule.key, (leftOut.get(rule.key) ?? 0) + 1);
        return;
      }
      kept += 1;
      findings.push({
        key: rule.key,
        type: rule.type,
        severity: rule.severity,
        minutes: rule.minutes,
        message: given.message ?? rule.title,
        standards: rule.standards,
        range: placeOf(tree, { start, end }),
        related: (given.related ?? []).map((other) => ({
          range: placeOf(tree, other),
          message: other.message,
        })),
        fix: given.fix,
      });
    };
    try {
      const visitor = rule.create({
        tree,
        source: tree.source,
        lines: tree.lines,
        symbols: symbolsOf(tree),
        parameters: { ...rule.defaults, ...parameters },
        path: options.path,
        moduleType: options.moduleType,
        project: options.project,
        report: (place, given) => report(place.start, place.end, given),
        reportTokens: (first, last, given) => report(tree.tokens.start(first), tree.tokens.end(last), given),
      });
      running.push({ rule, visitor, failed: false });
    } catch (error) {
      fail(rule, error);
    }
  }

  /** The work of one rule: what breaks down is told once and not asked again. */
  const guarded =
    <Input>(one: Running, work: (input: Input) => void) =>
    (input: Input): void => {
      if (one.failed) return;
      try {
        work(input);
      } catch (error) {
        one.failed = true;
        fail(one.rule, error);
      }
    };
  const handlersOf = (phase: 'enter' | 'leave'): ReadonlyMap<NodeKind, readonly Handler[]> => {
    const byKind = new Map<NodeKind, Handler[]>();
    for (const one of running) {
      for (const [kind, handler] of Object.entries(one.visitor[phase] ?? {})) {
        const list = byKind.get(kind as NodeKind) ?? [];
        list.push(guarded(one, handler as Handler));
        byKind.set(kind as NodeKind, list);
      }
    }
    return byKind;
  };
  const [entering, leaving] = [handlersOf('enter'), handlersOf('leave')];
  const visit =
    (handlers: ReadonlyMap<NodeKind, readonly Handler[]>) =>
    (node: Node): void => {
      for (const handler of handlers.get(node.kind) ?? []) handler(node);
    };
  if (entering.size + leaving.size > 0)
    walk(tree.module, visit(entering), leaving.size > 0 ? visit(leaving) : undefined);
  for (const one of running) guarded(one, () => one.visitor.finish?.())(undefined);

  const broken = new Set(faults.map(({ key }) => key));
  for (const [key, count] of leftOut)
    if (!broken.has(key))
      faults.push({ key, reason: `${count} more findings than the ${mostFindings} that are kept` });
  return {
    tree,
    findings: findings.filter(({ key }) => !broken.has(key)).sort(byPlace),
    faults,
  };
}

/** Of a construct that was left before its first token, the empty place where it begins. */
function placeOf(tree: SyntaxTree, { start, end }: Span): Range {
  return rangeOf(tree, { start, end: Math.max(start, end) });
}

function byPlace(left: Finding, right: Finding): number {
  const [a, b] = [left.range, right.range];
  return (
    a.start.line - b.start.line ||
    a.start.character - b.start.character ||
    a.end.line - b.end.line ||
    a.end.character - b.end.character ||
    left.key.localeCompare(right.key)
  );
}

/** Faults that a reader by grammar rules stumbles over, too. */
function isFaulty({ errors, module }: SyntaxTree): boolean {
  if (errors.some(({ code }) => code !== 'semicolon' && code !== 'member' && code !== 'date')) return true;
  let [hasCode, hasMethod, hasBody] = [false, false, false];
  for (const { kind } of module.items) {
    if (kind === 'method') {
      if (hasBody) return true;
      hasMethod = true;
    } else if (kind === 'variableDeclaration') {
      if (hasCode || hasMethod) return true;
    } else {
      hasBody = hasMethod;
      hasCode = true;
    }
  }
  return false;
}
