import type { Call, Expression, Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { chainOf, placeOf, wholeOf } from './chains.ts';
import { codeText, firstOperand } from './code-text.ts';
import { typeNameOf } from './constructors.ts';

const executing = nameSet('Выполнить', 'Execute');
const queryTypes = nameSet(
  ...['Запрос', 'Query', 'ПостроительЗапроса', 'QueryBuilder', 'ПостроительОтчета', 'ReportBuilder'],
);

/** Whether a variable may hold a query. Names are told apart by case, as they are written. */
interface Variable {
  mayBeQuery: boolean;
}

/** Variables of a method see those of the module's first part; a change is seen by both. */
interface Scope {
  readonly variables: Map<string, Variable>;
  readonly outer: Scope | undefined;
}

function variableOf(scope: Scope, name: string): Variable | undefined {
  return scope.variables.get(name) ?? scope.outer?.variables.get(name);
}

export const createQueryInCycle = defineRule({
  key: 'CreateQueryInCycle',
  type: 'error',
  severity: 'critical',
  minutes: 20,
  title: { ru: 'Запрос в цикле', en: 'A query in a loop' },
  message: {
    ru: 'Получите данные одним запросом до цикла',
    en: 'Fetch the data with one query before the loop',
  },
  create({ tree, reportTokens }) {
    const module: Scope = { variables: new Map(), outer: undefined };
    const body: Scope = { variables: new Map(), outer: module };
    let method: Scope | undefined;
    let hasMethods = false;
    let loops = 0;
    /** Tokens that are not looked at: what a first loop goes over is read once. */
    let skippedTo = -1;

    const scope = (): Scope => method ?? (hasMethods ? body : module);
    const enterLoop = (readOnceTo: number): void => {
      if (loops === 0) skippedTo = readOnceTo;
      loops += 1;
    };
    const leaveLoop = (): void => {
      loops -= 1;
    };

    return {
      enter: {
        method() {
          method = { variables: new Map(), outer: module };
          hasMethods = true;
        },
        while: () => enterLoop(-1),
        for: ({ to }) => enterLoop(to.last),
        forEach: ({ collection }) => enterLoop(collection.last),
        assignment({ target, value }) {
          const here = scope();
          const name = codeText(tree, target.first, target.last);
          const mayBeQuery = isQuery(tree, here, value);
          const known = variableOf(here, name);
          if (known === undefined) here.variables.set(name, { mayBeQuery });
          else known.mayBeQuery = mayBeQuery || (loops > 0 && known.mayBeQuery);
        },
        call(call) {
          if (loops === 0 || call.first <= skippedTo) return;
          const name = queryName(tree, call);
          if (name === '' || variableOf(scope(), name)?.mayBeQuery !== true) return;
          const whole = wholeOf(call);
          reportTokens(whole.first, whole.last);
        },
      },
      leave: {
        method() {
          method = undefined;
        },
        while: leaveLoop,
        for: leaveLoop,
        forEach: leaveLoop,
      },
    };
  },
});

function isQuery(tree: SyntaxTree, scope: Scope, value: Expression): boolean {
  const operand = firstOperand(value);
  const { base } = chainOf(operand);
  if (base.kind === 'new') return queryTypes.has(typeNameOf(tree, base).toLowerCase());
  if (base.kind !== 'name') return false;
  return variableOf(scope, codeText(tree, operand.first, operand.last))?.mayBeQuery === true;
}

/** What the query is called that a call executes; empty when the call executes none that has a name. */
function queryName(tree: SyntaxTree, call: Call): string {
  const { callee } = call;
  if (callee.kind !== 'member' || callee.name < 0 || !executing.has(tree.tokens.key(callee.name))) return '';
  const { base } = chainOf(callee.object);
  const whole: Node = wholeOf(call);
  const place = placeOf(whole);
  if (place === 'target' || base.kind === 'parenthesized') return '';
  if (place === 'statement') {
    if (base.kind !== 'name') return '';
    // A call that stands alone is judged by its first name only.
    if (whole === call) return tree.tokens.text(base.first);
  }
  return codeText(tree, base.first, callee.dot - 1);
}
