import { type StepList, stepsOf } from '#products/assistants/engines/bsl';
import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { type Insertion, insertionChanges } from './insertion-changes.ts';
import { chainParts } from './name-chain.ts';
import { compactText, isNamed } from './token-text.ts';

const inserting = nameSet('Вставить', 'Insert');
const insertingOrAdding = nameSet('Вставить', 'Insert', 'Добавить', 'Add');

/** Values that are put again and again on purpose: blanks, zero, `Неопределено`, `Символы.ПС`. */
const unremarkable = /^(?:неопределено|undefined|0|символы\.[\wа-яё]+|chars\.[\wа-яё]+)$/iu;
const blank = /^"[\t-\r \u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]*"$/u;

export const duplicatedInsertionIntoCollection = defineRule({
  key: 'DuplicatedInsertionIntoCollection',
  type: 'smell',
  severity: 'major',
  minutes: 1,
  title: {
    ru: 'То же значение повторно добавляется в коллекцию',
    en: 'The same value is put into a collection again',
  },
  defaults: { isAllowedMethodADD: true },
  create: ({ tree, parameters: { isAllowedMethodADD }, reportTokens }) => {
    const methods = isAllowedMethodADD ? insertingOrAdding : inserting;

    function insertionsOf(list: StepList): readonly Insertion[] {
      return list.steps.flatMap(({ statement }): readonly Insertion[] => {
        if (statement?.kind !== 'callStatement' || statement.expression.kind !== 'call') return [];
        const call = statement.expression;
        const [keyNode] = call.args.values;
        if (call.callee.kind !== 'member' || keyNode === undefined) return [];
        if (!isNamed(tree, call.callee.name, methods)) return [];
        const key = compactText(tree, keyNode);
        if (blank.test(key) || unremarkable.test(key)) return [];
        const { head, accesses } = chainParts(tree, call.callee.object);
        if (head.kind !== 'name' && head.kind !== 'call') return [];
        const name =
          head.kind === 'call' ? `${tree.tokens.text(head.first)}()` : tree.tokens.text(head.first);
        const collection = [name, ...accesses].join('.').replaceAll('..', '.');
        return [{ call, collection, method: tree.tokens.key(call.callee.name), key, keyNode }];
      });
    }

    function check(list: StepList): void {
      const groups = new Map<string, Insertion[]>();
      for (const insertion of insertionsOf(list)) {
        const name = `${insertion.collection}\u0001${insertion.method}\u0001${insertion.key}`.toLowerCase();
        const group = groups.get(name);
        if (group === undefined) groups.set(name, [insertion]);
        else group.push(insertion);
      }
      let changes: ReturnType<typeof insertionChanges> | undefined;
      for (const group of groups.values()) {
        for (let index = 1; index < group.length; index += 1) {
          const [first, next] = [group[index - 1], group[index]];
          if (first === undefined || next === undefined) break;
          changes ??= insertionChanges(tree, list);
          if (changes(first, next)) continue;
          reportTokens(next.call.first, next.call.last, {
            message: {
              ru: `${next.key} уже есть в ${next.collection}: уберите повтор`,
              en: `${next.key} is in ${next.collection} already: remove the repetition`,
            },
            related: [
              {
                start: tree.tokens.start(first.call.first),
                end: tree.tokens.end(first.call.last),
                message: { ru: 'Первый раз', en: 'The first time' },
              },
            ],
          });
          break;
        }
      }
    }

    return {
      finish() {
        const all = stepsOf(tree);
        for (const list of [...all.ofBlock.values(), all.before, all.after]) check(list);
      },
    };
  },
});
