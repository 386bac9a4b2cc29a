import { nameSet } from '../../names.ts';
import { defineRule } from '../../rule.ts';

const reference = nameSet('Ссылка', 'Ref');

/** Our own: standard 496 in a loop, where each turn reads a whole object from the database. */
export const queryAttributeByReference = defineRule({
  key: 'QueryAttributeByReference',
  type: 'smell',
  severity: 'major',
  minutes: 10,
  dialect: 'bsl',
  standards: [496],
  title: {
    ru: 'Реквизит читается через ссылку в цикле',
    en: 'An attribute is read through a reference in a loop',
  },
  message: {
    ru: 'Обращение через «Ссылка» читает из базы весь объект на каждом шаге: получите реквизит запросом до цикла',
    en: 'Each turn reads a whole object from the database through "Ref": fetch the attribute with a query before the loop',
  },
  create({ tree: { tokens }, reportTokens }) {
    let loops = 0;
    const enterLoop = (): void => {
      loops += 1;
    };
    const leaveLoop = (): void => {
      loops -= 1;
    };
    return {
      enter: {
        while: enterLoop,
        for: enterLoop,
        forEach: enterLoop,
        member({ object, name, parent, first, last }) {
          if (loops === 0 || name < 0 || object.kind !== 'member' || object.name < 0) return;
          if (!reference.has(tokens.key(object.name))) return;
          // A method of a reference reads nothing by itself, and what is assigned to is no reference.
          if (parent?.kind === 'call' && parent.callee.first === first && parent.callee.last === last) return;
          if (parent?.kind === 'assignment' && parent.target.first === first && parent.target.last === last)
            return;
          reportTokens(object.name, name);
        },
      },
      leave: { while: leaveLoop, for: leaveLoop, forEach: leaveLoop },
    };
  },
});
