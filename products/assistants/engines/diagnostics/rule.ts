import type { Lines, NodeKind, NodeOf, Span, Symbols, SyntaxTree } from '#products/assistants/engines/bsl';
import type { Text } from './text.ts';

export type Severity = 'blocker' | 'critical' | 'major' | 'minor' | 'info';
export type RuleType = 'error' | 'smell' | 'vulnerability' | 'hotspot';

/** A value a rule can be tuned with, in the configuration file of the reference analyser. */
export type ParameterValue = string | number | boolean;

/** Replacements in the module's text by offsets; they do not overlap. */
export interface Fix {
  readonly title: Text;
  readonly edits: readonly (Span & { readonly text: string })[];
}

export interface Report {
  readonly message: Text;
  /** Other places that belong to the finding: the duplicates, the other branch. */
  readonly related?: readonly (Span & { readonly message: Text })[];
  readonly fix?: Fix;
}

/** What a rule sees of the module it looks at. */
export interface RuleContext<Parameters> {
  readonly tree: SyntaxTree;
  readonly source: string;
  readonly lines: Lines;
  readonly symbols: Symbols;
  readonly parameters: Parameters;
  /** Path of the module inside the folder that is checked, with `/`. */
  readonly path: string;
  /** The reference analyser's name of the module's type: `CommonModule`, `FormModule`, … or `UNKNOWN`. */
  readonly moduleType: string;
  /** What is known of the configuration around the module; undefined for a module alone. */
  readonly project: Project | undefined;
  /** A finding at a stretch of the text, with the rule's own message unless another is given. */
  report(place: Span, report?: Partial<Report>): void;
  /** A finding from one token to another, both included. */
  reportTokens(first: number, last: number, report?: Partial<Report>): void;
}

/** The configuration around a module, as far as rules ask for it. Filled from the metadata engine. */
export interface Project {
  /** Flags of a common module, or undefined when there is none of that name (any case). */
  commonModule(name: string): CommonModuleFacts | undefined;
  /** The name of the object a module belongs to, `Справочник.Имя`; undefined when unknown. */
  ownerOf(path: string): string | undefined;
  /** Whether the configuration has the object: `Справочник.Имя` or `Catalog.Name`. */
  hasObject(fullName: string): boolean;
  /** Whether a code finds one item of the object at most; undefined when there is no such object, or it has no codes. */
  hasUniqueCodes(fullName: string): boolean | undefined;
  /** Findings about objects of the configuration that are shown at the module of a path. */
  findingsAt(path: string): readonly { readonly key: string; readonly message: Text }[];
  /** Compatibility mode as numbers, for example [8, 3, 24]; undefined without one. */
  readonly compatibility: readonly number[] | undefined;
  /** Language codes the configuration declares: `ru`, `en`. */
  readonly languages: readonly string[];
  readonly useModality: boolean;
  readonly useSynchronousCalls: boolean;
}

export interface CommonModuleFacts {
  readonly name: string;
  readonly path: string | undefined;
  readonly server: boolean;
  readonly client: boolean;
  readonly serverCall: boolean;
  readonly global: boolean;
  readonly privileged: boolean;
  readonly externalConnection: boolean;
  /** The module keeps what its functions answer. */
  readonly cached: boolean;
  /** Its exported methods, lower case; undefined when its text is not known. */
  readonly exports: ReadonlySet<string> | undefined;
}

type Handlers = { readonly [Kind in NodeKind]?: (node: NodeOf<Kind>) => void };

/** What a rule does while the tree is walked once for all rules. */
export interface Visitor {
  /** Before the nodes below, by kind of node. */
  readonly enter?: Handlers;
  /** After the nodes below. */
  readonly leave?: Handlers;
  /** After the walk; rules that need no node do all their work here. */
  readonly finish?: () => void;
}

export interface RuleFacts {
  /** The reference analyser's name of the rule. */
  readonly key: string;
  readonly type: RuleType;
  readonly severity: Severity;
  /** Effort to repair, in minutes. */
  readonly minutes: number;
  /** Runs unless the configuration says otherwise. */
  readonly isActive: boolean;
  /** The dialect it speaks about; `both` for rules of the language itself. */
  readonly dialect: 'bsl' | 'oscript' | 'both';
  /** Types of modules it looks at; undefined for all. */
  readonly moduleTypes?: readonly string[];
  /** Numbers of the development standards it checks: https://its.1c.ru/db/v8std#content:<number>:hdoc */
  readonly standards: readonly number[];
  readonly title: Text;
}

export interface Rule extends RuleFacts {
  /** Names and default values of its parameters. */
  readonly defaults: Readonly<Record<string, ParameterValue>>;
  create(context: RuleContext<Readonly<Record<string, ParameterValue>>>): Visitor;
}

/** Literal types of defaults become what a configuration may give instead. */
type Widened<Value> = Value extends boolean ? boolean : Value extends number ? number : string;

interface RuleDeclaration<Defaults extends Readonly<Record<string, ParameterValue>>>
  extends Pick<RuleFacts, 'key' | 'type' | 'severity' | 'minutes' | 'title'>,
    Partial<Pick<RuleFacts, 'isActive' | 'dialect' | 'moduleTypes' | 'standards'>> {
  /** The message of its findings; the title where none is given. */
  readonly message?: Text;
  readonly defaults?: Defaults;
  create(context: RuleContext<{ readonly [Name in keyof Defaults]: Widened<Defaults[Name]> }>): Visitor;
}

/** Declares a rule. Active, for both dialects and without a standard unless it says otherwise. */
export function defineRule<
  const Defaults extends Readonly<Record<string, ParameterValue>> = Record<never, never>,
>(declared: RuleDeclaration<Defaults>): Rule {
  const { message = declared.title } = declared;
  return {
    isActive: true,
    dialect: 'both',
    standards: [],
    ...declared,
    defaults: declared.defaults ?? {},
    create(context) {
      const parameters = { ...declared.defaults, ...context.parameters } as {
        readonly [Name in keyof Defaults]: Widened<Defaults[Name]>;
      };
      return declared.create({
        ...context,
        parameters,
        report: (place, report) => context.report(place, { message, ...report }),
        reportTokens: (first, last, report) => context.reportTokens(first, last, { message, ...report }),
      });
    },
  };
}
