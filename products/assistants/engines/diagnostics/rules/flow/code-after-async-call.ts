import type { Block, Node, Step } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { stepAround } from './code-steps.ts';
import { asynchronousCalls } from './tables/asynchronous-calls.ts';
import { isNamed } from './token-text.ts';

const asynchronous = nameSet(...asynchronousCalls);

export const codeAfterAsyncCall = defineRule({
  key: 'CodeAfterAsyncCall',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  isActive: false,
  dialect: 'bsl',
  moduleTypes: ['CommandModule', 'FormModule', 'ManagedApplicationModule'],
  title: { ru: 'Код после асинхронного вызова', en: 'Code after an asynchronous call' },
  create({ tree, lines, reportTokens }) {
    let isAfterMethod = false;
    const positions = new Map<Step, number>();

    function positionOf(step: Step): number {
      if (!positions.has(step))
        for (const [index, one] of step.list.steps.entries()) positions.set(one, index);
      return positions.get(step) ?? 0;
    }

    /** Whether code on later lines runs after the step, in its own list or in those around it. */
    function isFollowed(step: Step): boolean {
      const line = lines.lineAt(Math.max(step.start, step.end - 1));
      const { steps, block } = step.list;
      let next: Step | undefined;
      for (let index = positionOf(step) + 1; index < steps.length && next === undefined; index += 1) {
        const one = steps[index];
        if (one !== undefined && lines.lineAt(one.start) > line) next = one;
      }
      if (next?.statement?.kind === 'return') return false;
      if (next !== undefined && next.statement?.kind !== 'break') return true;
      const around = block === undefined ? undefined : stepOver(block);
      return around !== undefined && isFollowed(around);
    }

    function stepOver(block: Block): Step | undefined {
      const above: Node | undefined = block.parent;
      return above === undefined || above.kind === 'method' ? undefined : stepAround(tree, above);
    }

    return {
      enter: {
        method() {
          isAfterMethod = true;
        },
        call(node) {
          if (!isAfterMethod || node.callee.kind !== 'name' || !isNamed(tree, node.first, asynchronous))
            return;
          const step = stepAround(tree, node);
          if (step === undefined || !isFollowed(step)) return;
          const name = tree.tokens.text(node.first);
          reportTokens(node.first, node.last, {
            message: {
              ru: `Перенесите код после ${name}() в обработчик оповещения: он выполнится, не дождавшись ответа`,
              en: `Move the code after ${name}() to the notification handler: it does not wait for the answer`,
            },
          });
        },
      },
    };
  },
});
