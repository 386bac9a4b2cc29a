import { isGlobalCall } from '../../names.ts';
import { defineRule, type RuleContext } from '../../rule.ts';
import type { Text } from '../../text.ts';
import { methodOf, placeOfMethod } from './methods.ts';
import { modalMethods, synchronousMethods } from './tables/synchronous-methods.ts';

function advice(name: string, replacement: string): Text {
  return {
    ru: `Вместо «${name}» вызовите «${replacement}» с обработкой оповещения`,
    en: `Call "${replacement}" with a notification instead of "${name}"`,
  };
}

export const usingModalWindows = defineRule({
  key: 'UsingModalWindows',
  type: 'smell',
  severity: 'major',
  minutes: 15,
  dialect: 'bsl',
  standards: [703],
  title: { ru: 'Модальное окно', en: 'A modal window' },
  defaults: { forceModalityMode: false },
  create({ tree, project, parameters, reportTokens }) {
    if (project?.useModality !== false && !parameters.forceModalityMode) return {};
    return {
      enter: {
        call(call) {
          if (!isGlobalCall(call)) return;
          const replacement = modalMethods.get(tree.tokens.key(call.first));
          if (replacement === undefined) return;
          const message = advice(tree.tokens.text(call.first), replacement);
          reportTokens(call.first, call.last, { message });
        },
      },
    };
  },
});

const clientModules = new Set([
  'ApplicationModule',
  'CommandModule',
  'FormModule',
  'ManagedApplicationModule',
]);

export const usingSynchronousCalls = defineRule({
  key: 'UsingSynchronousCalls',
  type: 'smell',
  severity: 'major',
  minutes: 15,
  dialect: 'bsl',
  standards: [703],
  title: { ru: 'Синхронный вызов на клиенте', en: 'A synchronous call on the client' },
  create(context) {
    const { tree, project, reportTokens } = context;
    if (project?.useSynchronousCalls !== false || !runsOnClient(context)) return {};
    return {
      enter: {
        call(call) {
          if (!isGlobalCall(call)) return;
          const replacement = synchronousMethods.get(tree.tokens.key(call.first));
          if (replacement === undefined) return;
          const method = methodOf(call);
          const place = method === undefined ? undefined : placeOfMethod(tree, method);
          if (place === 'server' || place === 'serverNoContext') return;
          const message = advice(tree.tokens.text(call.first), replacement);
          reportTokens(call.first, call.last, { message });
        },
      },
    };
  },
});

function runsOnClient({ moduleType, path, project }: RuleContext<unknown>): boolean {
  if (moduleType !== 'CommonModule') return clientModules.has(moduleType);
  const owner = project?.ownerOf(path)?.split('.').at(-1);
  const facts = owner === undefined ? undefined : project?.commonModule(owner);
  return facts === undefined || facts.client;
}
