import type { Node, SyntaxTree } from '#products/assistants/engines/bsl';
import { type CommonModuleFacts, defineRule, type Project, type Visitor } from '../../rule.ts';
import { atChains, chainOf } from '../calls/chains.ts';
import { localReferencesOf, namedHandlersOf } from '../calls/local-references.ts';
import { methodOf } from '../calls/methods.ts';

/** A method of a common module as it is called or named: its key, and the tokens of the name. */
interface ModuleMethod {
  readonly module: CommonModuleFacts;
  readonly key: string;
  readonly first: number;
  readonly last: number;
}

/** Meets calls `Модуль.Метод(…)` and handlers of notifications; a parameter of the same name hides a module. */
function atModuleMethods(
  tree: SyntaxTree,
  project: Project,
  own: string | undefined,
  handle: (method: ModuleMethod) => void,
): Visitor {
  const moduleAt = (name: number, node: Node): CommonModuleFacts | undefined => {
    const module = project.commonModule(tree.tokens.text(name));
    const key = tree.tokens.key(name);
    const isHidden =
      module !== undefined &&
      methodOf(node)?.parameters.some((parameter) => tree.tokens.key(parameter.name) === key) === true;
    return isHidden ? undefined : module;
  };
  return {
    enter: atChains((base, whole: Node) => {
      if (base.kind !== 'name' || base === whole) return;
      if (whole.kind !== 'member' && whole.kind !== 'index' && whole.kind !== 'call') return;
      const module = moduleAt(base.first, base);
      const name = chainOf(whole).links.find(({ kind }) => kind === 'call')?.name ?? -1;
      if (module !== undefined && name >= 0)
        handle({ module, key: tree.tokens.key(name), first: name, last: name });
    }),
    finish() {
      for (const { name, owner, isOwn, first, last, node } of namedHandlersOf(tree)) {
        const module = isOwn ? project.commonModule(own ?? '') : moduleAt(owner, node);
        if (module !== undefined) handle({ module, key: name.toLowerCase(), first, last });
      }
    },
  };
}

/** The name of the common module at a path. */
function commonModuleAt(project: Project, path: string): string | undefined {
  const [kind, name = ''] = project.ownerOf(path)?.split('.') ?? [];
  return kind === 'ОбщийМодуль' || kind === 'CommonModule' ? project.commonModule(name)?.name : undefined;
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
    const own = commonModuleAt(project, path);
    return atModuleMethods(tree, project, own, ({ module: { name, exports }, key, first, last }) => {
      if (exports === undefined || exports.has(key)) return;
      if (name === own && symbols.methodsByKey.has(key)) return;
      const called = tree.tokens.text(first).replaceAll('"', '');
      reportTokens(first, last, {
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
    const own = commonModuleAt(project, path);
    const isPrivileged = own !== undefined && project.commonModule(own)?.privileged === true;
    const visitor = atModuleMethods(
      tree,
      project,
      undefined,
      ({ module: { privileged, exports }, key, first, last }) => {
        if (privileged && exports?.has(key) === true) reportTokens(first, last);
      },
    );
    if (!isPrivileged || !parameters.validateNestedCalls) return visitor;
    return {
      ...visitor,
      finish() {
        visitor.finish?.();
        for (const { first, last } of localReferencesOf(tree)) reportTokens(first, last);
      },
    };
  },
});
