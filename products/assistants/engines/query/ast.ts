import type { QueryError } from './errors.ts';
import type {
  AggregateName,
  FunctionName,
  MetadataKind,
  PeriodName,
  VirtualTableName,
} from './keywords/keywords.ts';
import type { Token, Trivia } from './tokens.ts';

/** A half-open piece of the text: UTF-16 offsets. */
export interface TextRange {
  readonly start: number;
  readonly end: number;
}

interface Node<Kind extends string> extends TextRange {
  readonly kind: Kind;
  /** The node that holds this one; null for the package. */
  readonly parent: QueryNode | null;
}

/** A name as it is written. `name` is empty where the text lacks one (an error was reported). */
export interface Identifier extends Node<'identifier'> {
  readonly name: string;
}
/** `КАК Имя`; `as` is null when the word КАК is left out. */
export interface Alias extends Node<'alias'> {
  readonly as: TextRange | null;
  readonly name: Identifier;
}

// Expressions

export interface NumberLiteral extends Node<'number'> {
  readonly text: string;
}
/** A string, or several in a row, which the language joins. `value` has doubled quotes made single. */
export interface StringLiteral extends Node<'string'> {
  readonly value: string;
}
export interface BooleanLiteral extends Node<'boolean'> {
  readonly value: boolean;
}
export type NullLiteral = Node<'null'>;
export type UndefinedLiteral = Node<'undefined'>;
/** `&Имя`, in an expression or as a table. */
export interface Parameter extends Node<'parameter'> {
  readonly name: string;
}
/** A dotted name: `Сумма`, `Т.Контрагент.ИНН`. At least one part. */
export interface Column extends Node<'column'> {
  readonly path: readonly Identifier[];
}
/** Fields taken from a value: `ВЫРАЗИТЬ(...).Дата`, `ЗНАЧЕНИЕ(...).Код`. */
export interface FieldAccess extends Node<'field-access'> {
  readonly target: Expression;
  readonly path: readonly Identifier[];
}
export interface Parenthesized extends Node<'parenthesized'> {
  readonly expression: Expression;
}
/** `(ВЫБРАТЬ ...)` as a value. */
export interface SubqueryExpression extends Node<'subquery'> {
  readonly body: SelectBody;
}
/** `(А, Б)` before `В`. */
export interface Tuple extends Node<'tuple'> {
  readonly items: readonly Expression[];
}
export interface Unary extends Node<'unary'> {
  readonly operator: '-' | '+';
  readonly operand: Expression;
}
/** A chain of operators of one precedence, evaluated from the left: `operands` are one more than `operators`. */
export interface Arithmetic extends Node<'arithmetic'> {
  readonly operators: readonly ('+' | '-' | '*' | '/')[];
  readonly operands: readonly Expression[];
}
/** A chain of И; `operatorRanges` are where the words stand. */
export interface And extends Node<'and'> {
  readonly operands: readonly Expression[];
  readonly operatorRanges: readonly TextRange[];
}
/** A chain of ИЛИ; `operatorRanges` are where the words stand. */
export interface Or extends Node<'or'> {
  readonly operands: readonly Expression[];
  readonly operatorRanges: readonly TextRange[];
}
export interface Not extends Node<'not'> {
  readonly operand: Expression;
}
export type CompareOperator = '=' | '<>' | '<' | '<=' | '>' | '>=';
export interface Compare extends Node<'compare'> {
  readonly operator: CompareOperator;
  readonly left: Expression;
  readonly right: Expression;
}
/** `А [НЕ] В [ИЕРАРХИИ] (...)`: either `body` is a query or `list` has the values. */
export interface In extends Node<'in'> {
  readonly left: Expression;
  readonly negated: boolean;
  readonly hierarchy: boolean;
  readonly body: SelectBody | null;
  readonly list: readonly Expression[];
}
export interface Between extends Node<'between'> {
  readonly left: Expression;
  readonly negated: boolean;
  readonly low: Expression;
  readonly high: Expression;
}
export interface Like extends Node<'like'> {
  readonly left: Expression;
  readonly negated: boolean;
  readonly pattern: Expression;
  readonly escape: Expression | null;
}
export interface IsNull extends Node<'is-null'> {
  readonly left: Expression;
  readonly negated: boolean;
}
/** `А ССЫЛКА Документ.Заказ`. */
export interface Refs extends Node<'refs'> {
  readonly left: Expression;
  readonly type: TypeReference;
}
export interface CaseBranch extends Node<'case-branch'> {
  readonly when: Expression;
  readonly result: Expression;
}
export interface Case extends Node<'case'> {
  readonly subject: Expression | null;
  readonly branches: readonly CaseBranch[];
  readonly otherwise: Expression | null;
}
/** A type in ВЫРАЗИТЬ, ТИП and ССЫЛКА; `path` is filled for references. */
export interface TypeReference extends Node<'type-reference'> {
  readonly type: 'NUMBER' | 'STRING' | 'BOOLEAN' | 'DATE' | 'REFERENCE';
  readonly path: readonly Identifier[];
  readonly length: number | null;
  readonly precision: number | null;
}
export interface Cast extends Node<'cast'> {
  readonly expression: Expression;
  readonly type: TypeReference;
}
/** `ЗНАЧЕНИЕ(Перечисление.Пол.Мужской)`; a trailing dot means an empty reference. */
export interface ValueLiteral extends Node<'value'> {
  readonly path: readonly Identifier[];
  readonly trailingDot: boolean;
}
export interface DateTimeLiteral extends Node<'datetime'> {
  readonly parts: readonly Expression[];
}
/** `ТИП(Справочник.Валюты)`. */
export interface TypeLiteral extends Node<'type'> {
  readonly type: TypeReference;
}
/** A built-in function; `name` is null for a word that names none (an error was reported). */
export interface Call extends Node<'call'> {
  readonly name: FunctionName | null;
  readonly written: Identifier;
  readonly args: readonly Expression[];
}
/** A unit of dates as an argument. */
export interface Period extends Node<'period'> {
  readonly period: PeriodName;
}
/** An aggregate function; `argument` is null for `КОЛИЧЕСТВО(*)`. */
export interface Aggregate extends Node<'aggregate'> {
  readonly name: AggregateName;
  readonly distinct: boolean;
  readonly argument: Expression | null;
}
/** Stands where the text lacks an expression; an error was reported. */
export type MissingExpression = Node<'missing'>;

type Literal = NumberLiteral | StringLiteral | BooleanLiteral | NullLiteral | UndefinedLiteral;
type NamedValue = Parameter | Column | FieldAccess | ValueLiteral | DateTimeLiteral | TypeLiteral | Period;
type Computed =
  | Parenthesized
  | SubqueryExpression
  | Tuple
  | Unary
  | Arithmetic
  | Case
  | Cast
  | Call
  | Aggregate;
type Condition = And | Or | Not | Compare | In | Between | Like | IsNull | Refs;
export type Expression = Literal | NamedValue | Computed | Condition | MissingExpression;

// Queries

/** `*` or `Т.*`. */
export interface Asterisk extends Node<'asterisk'> {
  readonly path: readonly Identifier[];
}
/** `ПустаяТаблица.(А, Б КАК В)`; a column without КАК is an alias of its own name. */
export interface EmptyTable extends Node<'empty-table'> {
  readonly columns: readonly Alias[];
}
/** `Т.Товары.(Номенклатура, Количество)`. */
export interface NestedTable extends Node<'nested-table'> {
  readonly path: readonly Identifier[];
  readonly fields: readonly SelectField[];
}
export interface SelectField extends Node<'select-field'> {
  readonly expression: Expression | Asterisk | EmptyTable | NestedTable;
  readonly alias: Alias | null;
}

/** A table by its name: a temporary table (one part) or a table of the configuration. */
export interface Table extends Node<'table'> {
  readonly path: readonly Identifier[];
  /** Kind of the configuration object; null for temporary tables and tables of an outer query. */
  readonly metadata: MetadataKind | null;
}
/** `РегистрНакопления.Х.Остатки(&Дата, Склад = &Склад)`; an omitted parameter is null. */
export interface VirtualTable extends Node<'virtual-table'> {
  readonly path: readonly Identifier[];
  readonly metadata: MetadataKind | null;
  /** null for a filter criterion. */
  readonly name: VirtualTableName | null;
  /** The brackets are written. */
  readonly called: boolean;
  readonly parameters: readonly (Expression | null)[];
}
export interface SubqueryTable extends Node<'subquery-table'> {
  readonly body: SelectBody;
}
/** A source in brackets. */
export interface ParenthesizedSource extends Node<'parenthesized-source'> {
  readonly source: Source;
}
export type TableExpression = Table | VirtualTable | Parameter | SubqueryTable | ParenthesizedSource;

export type JoinType = 'inner' | 'left' | 'right' | 'full';
/** A join; `keyword` is the range of its words. */
export interface Join extends Node<'join'> {
  readonly type: JoinType;
  readonly keyword: TextRange;
  readonly source: Source;
  readonly condition: Expression;
}
/** One item of ИЗ: a table with its joins. */
export interface Source extends Node<'source'> {
  readonly table: TableExpression;
  readonly alias: Alias | null;
  readonly joins: readonly Join[];
}

/** `ПОМЕСТИТЬ ВТ` or, when `add`, `ДОБАВИТЬ ВТ`. */
export interface Into extends Node<'into'> {
  readonly add: boolean;
  readonly table: Identifier;
}
export interface GroupingSet extends Node<'grouping-set'> {
  readonly items: readonly Expression[];
}
/** Grouping by `items`, or by `sets` when ГРУППИРУЮЩИМ НАБОРАМ is written. */
export interface GroupBy extends Node<'group-by'> {
  readonly items: readonly Expression[];
  readonly sets: readonly GroupingSet[];
}
export interface IndexItem extends Node<'index-item'> {
  readonly expression: Expression;
}
export interface IndexSet extends Node<'index-set'> {
  readonly items: readonly IndexItem[];
  readonly unique: boolean;
}
/** Index by `items`, or by `sets` when НАБОРАМ is written. */
export interface IndexBy extends Node<'index-by'> {
  readonly items: readonly IndexItem[];
  readonly unique: boolean;
  readonly sets: readonly IndexSet[];
}
/** `ДЛЯ ИЗМЕНЕНИЯ [таблицы]`. */
export interface ForUpdate extends Node<'for-update'> {
  readonly tables: readonly Table[];
}
export interface OrderItem extends Node<'order-item'> {
  readonly expression: Expression;
  readonly direction: 'asc' | 'desc' | null;
  readonly hierarchy: boolean;
}
export interface OrderBy extends Node<'order-by'> {
  readonly items: readonly OrderItem[];
}
/** `ПЕРВЫЕ n`. */
export interface Top extends Node<'top'> {
  readonly count: number;
}

/** One ВЫБРАТЬ up to a union, an order or the end. */
export interface Select extends Node<'select'> {
  /** Where the word ВЫБРАТЬ stands. */
  readonly keyword: TextRange;
  readonly allowed: TextRange | null;
  readonly distinct: TextRange | null;
  readonly top: Top | null;
  readonly fields: readonly SelectField[];
  readonly into: Into | null;
  readonly from: readonly Source[];
  readonly where: Expression | null;
  readonly groupBy: GroupBy | null;
  readonly having: Expression | null;
  readonly forUpdate: ForUpdate | null;
  readonly indexBy: IndexBy | null;
  /** An order inside a nested query or before a union; the last one of a statement is the statement's. */
  readonly orderBy: OrderBy | null;
}
/** `ОБЪЕДИНИТЬ [ВСЕ] ВЫБРАТЬ ...`; `keyword` is the range of its words. */
export interface Union extends Node<'union'> {
  readonly all: boolean;
  readonly keyword: TextRange;
  readonly select: Select;
}
export interface SelectBody extends Node<'select-body'> {
  readonly first: Select;
  readonly unions: readonly Union[];
}

export interface Periods extends Node<'periods'> {
  readonly period: PeriodName;
  readonly from: Expression | null;
  readonly to: Expression | null;
}
/** A group of totals; `expression` is null for ОБЩИЕ. */
export interface TotalsGroup extends Node<'totals-group'> {
  readonly expression: Expression | null;
  readonly hierarchy: 'hierarchy' | 'only' | null;
  readonly periods: Periods | null;
  readonly alias: Alias | null;
}
export interface Totals extends Node<'totals'> {
  readonly fields: readonly SelectField[];
  readonly groups: readonly TotalsGroup[];
}

export interface SelectStatement extends Node<'select-statement'> {
  readonly body: SelectBody;
  readonly orderBy: OrderBy | null;
  readonly autoOrder: TextRange | null;
  readonly totals: Totals | null;
}
/** `УНИЧТОЖИТЬ ВТ`. */
export interface DropStatement extends Node<'drop-statement'> {
  readonly table: Identifier;
}
export type Statement = SelectStatement | DropStatement;

/** A parsed text: its statements, all its tokens and what lies between them. */
export interface QueryPackage extends Node<'package'> {
  readonly text: string;
  readonly statements: readonly Statement[];
  readonly tokens: readonly Token[];
  readonly trivia: readonly Trivia[];
  /** In the order they were met; empty for a correct text. */
  readonly errors: readonly QueryError[];
}

type StatementPart = SelectBody | Select | Union | OrderBy | OrderItem | Totals | TotalsGroup | Periods;
type FieldPart = SelectField | Asterisk | EmptyTable | NestedTable | Alias | Identifier;
type ClausePart = Top | Into | GroupBy | GroupingSet | IndexBy | IndexItem | IndexSet | ForUpdate;
type SourcePart = Source | TableExpression | Join;
type ExpressionPart = Expression | CaseBranch | TypeReference;
export type QueryNode =
  | QueryPackage
  | Statement
  | StatementPart
  | FieldPart
  | ClausePart
  | SourcePart
  | ExpressionPart;
