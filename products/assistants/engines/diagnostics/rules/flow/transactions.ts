import {
  type Call,
  type Node,
  nodesOf,
  type Step,
  type SyntaxTree,
  stepsOf,
} from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { topLists, walkSteps } from './code-steps.ts';
import { compactText, isNamed } from './token-text.ts';

const begin = nameSet('НачатьТранзакцию', 'BeginTransaction');
const rollback = nameSet('ОтменитьТранзакцию', 'RollbackTransaction');
const commitShape = /ЗафиксироватьТранзакцию|CommitTransaction/iu;

/** The call by a bare name that a statement without a label begins with. */
function leadingCall({ label, statement }: Step): Call | undefined {
  if (label !== undefined || statement?.kind !== 'callStatement') return undefined;
  let here: Node = statement.expression;
  for (;;) {
    if (here.kind === 'call' && here.callee.kind === 'name') return here;
    if (here.kind === 'call') here = here.callee;
    else if (here.kind === 'member' || here.kind === 'index') here = here.object;
    else return undefined;
  }
}

interface Waiting {
  /** What ends the wait without a finding. */
  readonly atTry: 'forget' | 'tell';
  readonly atHandler: 'forget' | 'keep';
  readonly atEndOfMethod: 'tell' | 'keep';
  isAwaited(step: Step): boolean;
}

/** Tells of awaited steps that are followed by another step of any kind before something ends the wait. */
function tellFollowed(tree: SyntaxTree, waiting: Waiting, report: (step: Step) => void): void {
  let pending: Step | undefined;
  const tell = (): void => {
    if (pending !== undefined) report(pending);
    pending = undefined;
  };
  const { after } = stepsOf(tree);
  for (const list of topLists(tree)) {
    walkSteps(
      tree,
      list,
      (step) => {
        const isTry = step.label === undefined && step.statement?.kind === 'try';
        if (isTry && waiting.atTry === 'forget') pending = undefined;
        else tell();
        if (waiting.isAwaited(step)) pending = step;
      },
      () => {
        if (waiting.atHandler === 'forget') pending = undefined;
      },
    );
    const endsMethod = list.block !== undefined && waiting.atEndOfMethod === 'tell';
    if (endsMethod || (list === after && list.steps.length > 0)) tell();
  }
}

export const beginTransactionBeforeTryCatch = defineRule({
  key: 'BeginTransactionBeforeTryCatch',
  type: 'error',
  severity: 'major',
  minutes: 10,
  standards: [783],
  title: {
    ru: 'Между НачатьТранзакцию и «Попытка» есть код',
    en: 'Code stands between BeginTransaction and Try',
  },
  message: {
    ru: 'Поставьте НачатьТранзакцию() прямо перед «Попытка», снаружи её',
    en: 'Put BeginTransaction() directly before Try, outside of it',
  },
  create: ({ tree, report }) => ({
    finish() {
      const isAwaited = (step: Step): boolean => {
        const call = leadingCall(step);
        return call !== undefined && isNamed(tree, call.first, begin);
      };
      tellFollowed(tree, { atTry: 'forget', atHandler: 'keep', atEndOfMethod: 'keep', isAwaited }, report);
    },
  }),
});

export const commitTransactionOutsideTryCatch = defineRule({
  key: 'CommitTransactionOutsideTryCatch',
  type: 'error',
  severity: 'major',
  minutes: 10,
  standards: [783],
  title: {
    ru: 'ЗафиксироватьТранзакцию стоит не последней в «Попытка»',
    en: 'CommitTransaction is not the last in Try',
  },
  message: {
    ru: 'Поставьте ЗафиксироватьТранзакцию() последней в «Попытка», прямо перед «Исключение»',
    en: 'Put CommitTransaction() last in Try, directly before Except',
  },
  create: ({ tree, report }) => ({
    finish() {
      const isAwaited = (step: Step): boolean =>
        leadingCall(step) !== undefined &&
        step.statement !== undefined &&
        commitShape.test(compactText(tree, step.statement));
      tellFollowed(tree, { atTry: 'tell', atHandler: 'forget', atEndOfMethod: 'tell', isAwaited }, report);
    },
  }),
});

/** Pairs by order: each end takes the earliest begin that is still open. */
const pairs = [
  {
    begin: /^(?:НачатьТранзакцию|BeginTransaction)$/iu,
    end: /^(?:ЗафиксироватьТранзакцию|CommitTransaction)$/iu,
  },
  {
    begin: /^(?:НачатьТранзакцию|BeginTransaction)$/iu,
    end: /^(?:ОтменитьТранзакцию|RollbackTransaction)$/iu,
  },
];

const partners: ReadonlyMap<string, readonly string[]> = new Map([
  ['начатьтранзакцию', ['ЗафиксироватьТранзакцию', 'ОтменитьТранзакцию']],
  ['begintransaction', ['CommitTransaction', 'RollbackTransaction']],
  ['зафиксироватьтранзакцию', ['НачатьТранзакцию']],
  ['отменитьтранзакцию', ['', 'НачатьТранзакцию']],
  ['committransaction', ['BeginTransaction']],
  ['rollbacktransaction', ['', 'BeginTransaction']],
]);

export const pairingBrokenTransaction = defineRule({
  key: 'PairingBrokenTransaction',
  type: 'error',
  severity: 'major',
  minutes: 15,
  standards: [783],
  title: { ru: 'Нет парного вызова для транзакции', en: 'A call for a transaction lacks its pair' },
  create: ({ tree, reportTokens }) => ({
    enter: {
      method({ body }) {
        const calls = nodesOf(body, 'call').filter(({ callee }) => callee.kind === 'name');
        for (const [index, pair] of pairs.entries()) {
          const open: Call[] = [];
          const alone: Call[] = [];
          let closed = 0;
          for (const call of calls) {
            const name = tree.tokens.text(call.first);
            if (pair.begin.test(name)) open.push(call);
            else if (!pair.end.test(name)) continue;
            else if (closed < open.length) closed += 1;
            else alone.push(call);
          }
          for (const call of [...alone, ...open.slice(closed)]) {
            const name = tree.tokens.text(call.first);
            const partner = partners.get(name.toLowerCase())?.[index] ?? '';
            reportTokens(call.first, call.last, {
              message: {
                ru: `Добавьте парный вызов ${partner}() для ${name}()`,
                en: `Add the call of ${partner}() that pairs with ${name}()`,
              },
            });
          }
        }
      },
    },
  }),
});

export const wrongUseOfRollbackTransactionMethod = defineRule({
  key: 'WrongUseOfRollbackTransactionMethod',
  type: 'error',
  severity: 'critical',
  minutes: 1,
  dialect: 'bsl',
  standards: [783],
  title: {
    ru: 'ОтменитьТранзакцию вызывается не первой в обработчике исключения',
    en: 'RollbackTransaction is not the first call in the handler of an exception',
  },
  message: {
    ru: 'Вызывайте ОтменитьТранзакцию() первой в блоке «Исключение»',
    en: 'Call RollbackTransaction() first in the block Except',
  },
  create({ tree, reportTokens }) {
    const firstNames = new Map<Node, string | undefined>();
    function firstNameIn(handler: Node): string | undefined {
      if (!firstNames.has(handler)) {
        const call = nodesOf(handler, 'call').find(({ callee }) => callee.kind === 'name');
        firstNames.set(handler, call === undefined ? undefined : tree.tokens.text(call.first));
      }
      return firstNames.get(handler);
    }
    return {
      enter: {
        call(node) {
          if (node.callee.kind !== 'name' || !isNamed(tree, node.first, rollback)) return;
          const handler = handlerAround(node);
          if (handler !== undefined && firstNameIn(handler) === tree.tokens.text(node.first)) return;
          reportTokens(node.first, node.first);
        },
      },
    };
  },
});

function handlerAround(node: Node): Node | undefined {
  let here = node;
  for (let above = node.parent; above !== undefined; above = above.parent) {
    if (above.kind === 'try' && above.handler === here) return here;
    here = above;
  }
  return undefined;
}
