import type { TokenKind } from './token-kind.ts';

/**
 * A node covers the tokens `first` to `last`, both included; an empty block has `last = first - 1`.
 * Fields that name a token hold its index, -1 where the source has none. A statement's own `;` is not
 * among its tokens: it is `semicolon`.
 */
interface NodeBase {
  readonly first: number;
  readonly last: number;
  /** The node above; the module itself for nodes at the top, undefined for the module. */
  parent: Node | undefined;
}

export interface Module extends NodeBase {
  readonly kind: 'module';
  /** Declarations, methods and statements in the order of the source. */
  readonly items: readonly (VariableDeclaration | Method | Statement)[];
}

/** `&НаКлиенте`, `&Перед("Имя")`, `&Имя(Параметр = Значение)`. */
export interface Annotation extends NodeBase {
  readonly kind: 'annotation';
  readonly name: number;
  readonly open: number;
  readonly close: number;
  readonly parameters: readonly AnnotationParameter[];
}

export interface AnnotationParameter extends NodeBase {
  readonly kind: 'annotationParameter';
  readonly name: number;
  readonly value: Expression | Annotation | undefined;
}

/** `Перем А, Б Экспорт;` in a module or a method. */
export interface VariableDeclaration extends NodeBase {
  readonly kind: 'variableDeclaration';
  readonly annotations: readonly Annotation[];
  readonly keyword: number;
  readonly variables: readonly DeclaredVariable[];
  semicolon: number;
}

export interface DeclaredVariable extends NodeBase {
  readonly kind: 'declaredVariable';
  readonly name: number;
  readonly exportKeyword: number;
}

export interface Parameter extends NodeBase {
  readonly kind: 'parameter';
  readonly annotations: readonly Annotation[];
  readonly valKeyword: number;
  readonly name: number;
  /** A constant, perhaps with a sign. */
  readonly defaultValue: Expression | undefined;
}

export interface Method extends NodeBase {
  readonly kind: 'method';
  readonly annotations: readonly Annotation[];
  readonly asyncKeyword: number;
  /** `Процедура` or `Функция`. */
  readonly keyword: number;
  readonly isFunction: boolean;
  readonly name: number;
  readonly open: number;
  readonly close: number;
  readonly parameters: readonly Parameter[];
  readonly exportKeyword: number;
  /** Variables declared with `Перем` at its beginning. */
  readonly variables: readonly VariableDeclaration[];
  readonly body: Block;
  /** `КонецПроцедуры` or `КонецФункции`. */
  readonly endKeyword: number;
}

export interface Block extends NodeBase {
  readonly kind: 'block';
  readonly statements: readonly Statement[];
}

interface StatementBase extends NodeBase {
  semicolon: number;
}

/** `Цель = Значение`. */
export interface Assignment extends StatementBase {
  readonly kind: 'assignment';
  readonly target: Expression;
  readonly equal: number;
  readonly value: Expression;
}

/** A call that stands alone; with `Ждать` before it the expression is an `await`. */
export interface CallStatement extends StatementBase {
  readonly kind: 'callStatement';
  readonly expression: Expression;
}

/** An expression where a statement was expected: `А.Б;`, a name alone. */
export interface ExpressionStatement extends StatementBase {
  readonly kind: 'expressionStatement';
  readonly expression: Expression;
}

export interface IfBranch extends NodeBase {
  readonly kind: 'ifBranch';
  /** `Если` or `ИначеЕсли`. */
  readonly keyword: number;
  readonly condition: Expression;
  readonly thenKeyword: number;
  readonly body: Block;
}

export interface ElseBranch extends NodeBase {
  readonly kind: 'elseBranch';
  readonly keyword: number;
  readonly body: Block;
}

export interface IfStatement extends StatementBase {
  readonly kind: 'if';
  /** At least one; the first begins with `Если`. */
  readonly branches: readonly IfBranch[];
  readonly otherwise: ElseBranch | undefined;
  readonly endKeyword: number;
}

export interface WhileStatement extends StatementBase {
  readonly kind: 'while';
  readonly condition: Expression;
  readonly doKeyword: number;
  readonly body: Block;
  readonly endKeyword: number;
}

export interface ForStatement extends StatementBase {
  readonly kind: 'for';
  readonly variable: number;
  readonly equal: number;
  readonly from: Expression;
  readonly toKeyword: number;
  readonly to: Expression;
  readonly doKeyword: number;
  readonly body: Block;
  readonly endKeyword: number;
}

export interface ForEachStatement extends StatementBase {
  readonly kind: 'forEach';
  readonly variable: number;
  readonly inKeyword: number;
  readonly collection: Expression;
  readonly doKeyword: number;
  readonly body: Block;
  readonly endKeyword: number;
}

export interface TryStatement extends StatementBase {
  readonly kind: 'try';
  readonly body: Block;
  readonly except: number;
  readonly handler: Block;
  readonly endKeyword: number;
}

export interface ReturnStatement extends StatementBase {
  readonly kind: 'return';
  readonly value: Expression | undefined;
}

/** `ВызватьИсключение`, with nothing, an expression, or arguments in parentheses. */
export interface RaiseStatement extends StatementBase {
  readonly kind: 'raise';
  readonly value: Expression | undefined;
  /** The arguments of the form with parentheses and more than one argument. */
  readonly args: Arguments | undefined;
}

export interface BreakStatement extends StatementBase {
  readonly kind: 'break';
}

export interface ContinueStatement extends StatementBase {
  readonly kind: 'continue';
}

/** `Перейти ~Метка`. */
export interface GotoStatement extends StatementBase {
  readonly kind: 'goto';
  readonly label: number;
}

/** `~Метка:`. */
export interface LabelStatement extends StatementBase {
  readonly kind: 'label';
  readonly name: number;
}

/** `Выполнить Код` or `Выполнить(Код)`. */
export interface ExecuteStatement extends StatementBase {
  readonly kind: 'execute';
  readonly code: Expression;
  /** The arguments of the form with parentheses and a comma, of which the code is the first. */
  readonly args: Arguments | undefined;
}

/** `ДобавитьОбработчик Событие, Обработчик` and its opposite. */
export interface HandlerStatement extends StatementBase {
  readonly kind: 'addHandler' | 'removeHandler';
  readonly event: Expression;
  readonly handler: Expression;
}

/** A `;` that ends nothing. */
export interface EmptyStatement extends StatementBase {
  readonly kind: 'empty';
}

/** Tokens that no statement could use. */
export interface ErrorStatement extends StatementBase {
  readonly kind: 'error';
}

export type Statement =
  | Assignment
  | CallStatement
  | ExpressionStatement
  | IfStatement
  | WhileStatement
  | ForStatement
  | ForEachStatement
  | TryStatement
  | ReturnStatement
  | RaiseStatement
  | BreakStatement
  | ContinueStatement
  | GotoStatement
  | LabelStatement
  | ExecuteStatement
  | HandlerStatement
  | EmptyStatement
  | ErrorStatement;

/** A number, string, date, `Истина`, `Ложь`, `Неопределено` or `NULL`. Adjacent strings and lines of one string are one node. */
export interface Literal extends NodeBase {
  readonly kind: 'number' | 'string' | 'date' | 'boolean' | 'undefined' | 'null';
}

/** A name that stands alone: a variable, a parameter, a common module, a global property. */
export interface Name extends NodeBase {
  readonly kind: 'name';
}

/** `Объект.Имя`; `name` is -1 after a dot that nothing follows. */
export interface Member extends NodeBase {
  readonly kind: 'member';
  readonly object: Expression;
  readonly dot: number;
  readonly name: number;
}

export interface Index extends NodeBase {
  readonly kind: 'index';
  readonly object: Expression;
  readonly open: number;
  readonly index: Expression;
  readonly close: number;
}

/** `(А, , Б)`: an argument left out is undefined; `()` has none, `(,)` has two. */
export interface Arguments extends NodeBase {
  readonly kind: 'arguments';
  readonly values: readonly (Expression | undefined)[];
  readonly commas: readonly number[];
  readonly close: number;
}

/** `Имя(…)` or `Объект.Имя(…)`. */
export interface Call extends NodeBase {
  readonly kind: 'call';
  readonly callee: Expression;
  readonly args: Arguments;
}

/** `Новый Тип(…)`, `Новый Тип`, `Новый("Тип", …)`: then `typeName` is -1. */
export interface New extends NodeBase {
  readonly kind: 'new';
  readonly typeName: number;
  readonly args: Arguments | undefined;
}

/** `?(Условие, Да, Нет)`. */
export interface Ternary extends NodeBase {
  readonly kind: 'ternary';
  readonly condition: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
  readonly close: number;
}

export interface Unary extends NodeBase {
  readonly kind: 'unary';
  /** The kind of its first token: Minus, Plus or Not. */
  readonly operator: TokenKind;
  readonly operand: Expression;
}

export interface Binary extends NodeBase {
  readonly kind: 'binary';
  readonly operator: TokenKind;
  readonly operatorToken: number;
  readonly left: Expression;
  readonly right: Expression;
}

export interface Parenthesized extends NodeBase {
  readonly kind: 'parenthesized';
  readonly expression: Expression;
  readonly close: number;
}

/** `Ждать Вызов()`. */
export interface Await extends NodeBase {
  readonly kind: 'await';
  readonly operand: Expression;
}

/** An expression that the source lacks: covers no token. */
export interface Missing extends NodeBase {
  readonly kind: 'missing';
}

export type Expression =
  | Literal
  | Name
  | Member
  | Index
  | Call
  | New
  | Ternary
  | Unary
  | Binary
  | Parenthesized
  | Await
  | Missing;

export type Node =
  | Module
  | Annotation
  | AnnotationParameter
  | VariableDeclaration
  | DeclaredVariable
  | Parameter
  | Method
  | Block
  | IfBranch
  | ElseBranch
  | Arguments
  | Statement
  | Expression;

export type NodeKind = Node['kind'];
export type NodeOf<Kind extends NodeKind> = Extract<Node, { kind: Kind }>;
