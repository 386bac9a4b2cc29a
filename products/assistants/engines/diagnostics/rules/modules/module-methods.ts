import type { Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { type CommonModuleFacts, defineRule, type Project, type Visitor } from '../../rule.ts';
import { atChains, chainOf } from '../calls/chains.ts';
import { localReferencesOf } from '../calls/local-references.ts';
import { methodOf } from '../calls/methods.ts';

/** Meets calls `Модуль.Метод(…)` of common modules; a parameter of the same name hides a module. */
function atModuleCalls(
  tree: SyntaxTree,
  project: Project,
  handle: (module: CommonModuleFacts, method: number) => void,
): Visitor {
  return {
    enter: atChains((base, whole: Node) => {
      if (base.kind !== 'name' || base === whole) return;
      const module = project.commonModule(tree.tokens.text(base.first));
      if (module === undefined) return;
      if (whole.kind !== 'member' && whole.kind !== 'index' && whole.kind !== 'call') return;
      const key = tree.tokens.key(base.first);
      const isHidden = methodOf(base)?.parameters.some(({ name }) => tree.tokens.key(name) === key) === true;
      const call = chainOf(whole).links.find(({ kind }) => kind === 'call');
      if (!isHidden && call !== undefined && call.name >= 0) handle(module, call.name);
    }),
  };
}

export const missingCommonModuleMethod = defineRule({
  key: 'MissingCommonModuleMethod',
  type: 'error',
  severity: 'blocker',
  minutes: 5,
  dialect: 'bsl',
  title: { ru: 'Общий модуль не даёт такого метода', en: 'The common module offers no such method' },
  create({ tree, path, project, symbols, reportTokens }) {
    if (project === undefined) return {};
    const own = project.ownerOf(path)?.split('.').at(-1)?.toLowerCase();
    return atModuleCalls(tree, project, ({ name, exports }, method) => {
      const key = tree.tokens.key(method);
      if (exports === undefined || exports.has(key)) return;
      if (name.toLowerCase() === own && symbols.methodsByKey.has(key)) return;
      const called = tree.tokens.text(method);
      reportTokens(method, method, {
        message: {
          ru: `В модуле «${name}» нет экспортного метода «${called}»`,
          en: `The module "${name}" exports no method "${called}"`,
        },
      });
    });
  },
});

export const privilegedModuleMethodCall = defineRule({
  key: 'PrivilegedModuleMethodCall',
  type: 'hotspot',
  severity: 'major',
  minutes: 60,
  dialect: 'bsl',
  title: { ru: 'Вызов метода привилегированного модуля', en: 'A call into a privileged module' },
  message: {
    ru: 'Проверьте, что метод без прав пользователя делает только дозволенное',
    en: "Check that the method, which passes over the user's rights, does only what it may",
  },
  defaults: { validateNestedCalls: true },
  create({ tree, path, project, parameters, reportTokens }) {
    if (project === undefined) return {};
    const own = project.ownerOf(path)?.split('.').at(-1);
    const isPrivileged = own !== undefined && project.commonModule(own)?.privileged === true;
    const visitor = atModuleCalls(tree, project, ({ privileged, exports }, method) => {
      if (privileged && exports?.has(tree.tokens.key(method)) === true) reportTokens(method, method);
    });
    if (!isPrivileged || !parameters.validateNestedCalls) return visitor;
    return {
      ...visitor,
      finish() {
        for (const { first, last } of localReferencesOf(tree)) reportTokens(first, last);
      },
    };
  },
});
