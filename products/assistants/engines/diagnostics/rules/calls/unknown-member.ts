import { type Method, type Node, walk } from '#products/assistants/engines/bsl';
import { isGlobalCall } from '../../names.ts';
import { defineRule } from '../../rule.ts';
import { collectionMembers } from './tables/collection-members.ts';
import { globalMethods } from './tables/global-methods.ts';

/**
 * Members of values whose type the code itself shows, and calls of methods that nobody has. What a configuration adds is not
 * known here: with one around the module bare calls are left alone.
 */
export const unknownMember = defineRule({
  key: 'UnknownMember',
  type: 'error',
  severity: 'major',
  minutes: 2,
  isActive: false,
  title: { ru: 'Такого метода или свойства нет', en: 'There is no such method or property' },
  create({ tree, symbols, project, reportTokens }) {
    const { tokens, module } = tree;
    const own = new Set(symbols.methods.map(({ key }) => key));

    /** The types of variables that are only ever made by `Новый` of one type, by name. */
    function typesIn(roots: readonly Node[], method?: Method): ReadonlyMap<string, string> {
      const types = new Map<string, string>();
      for (const { name } of method?.parameters ?? []) if (name >= 0) types.set(tokens.key(name), '');
      const write = (name: number, type: string): void => {
        if (name < 0) return;
        const key = tokens.key(name);
        types.set(key, types.has(key) && types.get(key) !== type ? '' : type);
      };
      for (const root of roots)
        walk(root, (node) => {
          if (node.kind === 'for' || node.kind === 'forEach') write(node.variable, '');
          if (node.kind !== 'assignment' || node.target.kind !== 'name') return;
          const { value } = node;
          const type = value?.kind === 'new' && value.typeName >= 0 ? tokens.key(value.typeName) : '';
          write(node.target.first, collectionMembers.has(type) ? type : '');
        });
      return types;
    }

    function checkMembers(roots: readonly Node[], method?: Method): void {
      const types = typesIn(roots, method);
      for (const root of roots)
        walk(root, (node) => {
          if (node.kind !== 'member' || node.object.kind !== 'name' || node.name < 0) return;
          const members = collectionMembers.get(types.get(tokens.key(node.object.first)) ?? '');
          const isCall = node.parent?.kind === 'call' && node.parent.callee === node;
          const known = isCall ? members?.methods : members?.properties;
          if (members === undefined || known === undefined || known.has(tokens.key(node.name))) return;
          const name = tokens.text(node.name);
          reportTokens(node.name, node.name, {
            message: {
              ru: `У типа «${members.title}» нет «${name}»: проверьте имя`,
              en: `The type "${members.title}" has no "${name}": check the name`,
            },
          });
        });
    }

    return {
      enter: {
        call(call) {
          const token = call.callee.first;
          if (project !== undefined || !isGlobalCall(call)) return;
          if (own.has(tokens.key(token)) || globalMethods.has(tokens.key(token))) return;
          const name = tokens.text(token);
          reportTokens(token, token, {
            message: {
              ru: `Метода «${name}» нет ни в модуле, ни в платформе: проверьте имя`,
              en: `Neither the module nor the platform has a method "${name}": check the name`,
            },
          });
        },
      },
      finish() {
        for (const item of module.items) if (item.kind === 'method') checkMembers([item.body], item);
        checkMembers(module.items.filter(({ kind }) => kind !== 'method' && kind !== 'variableDeclaration'));
      },
    };
  },
});
