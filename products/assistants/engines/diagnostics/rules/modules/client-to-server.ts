import type { Method, SyntaxTree } from '#products/assistants/engines/bsl';
import { nodesOf } from '#products/assistants/engines/bsl';
import { defineRule } from '../../rule.ts';
import { type LocalReference, localReferencesOf } from '../calls/local-references.ts';
import { placeOfMethod, placesOf } from '../calls/methods.ts';

export const transferringParametersBetweenClientAndServer = defineRule({
  key: 'TransferringParametersBetweenClientAndServer',
  type: 'smell',
  severity: 'major',
  minutes: 2,
  title: {
    ru: 'Параметр зря возвращается с сервера',
    en: 'A parameter comes back from the server for nothing',
  },
  defaults: { cachedValueNames: '' },
  create({ tree, symbols, parameters, reportTokens }) {
    const cached = new Set(parameters.cachedValueNames.split(',').map((name) => name.trim().toLowerCase()));
    return {
      finish() {
        const fromClient = new Map<Method, LocalReference[]>();
        for (const reference of localReferencesOf(tree)) {
          const { method, from } = reference;
          if (from === undefined || placeOfMethod(tree, from) !== 'client') continue;
          const known = fromClient.get(method);
          if (known === undefined) fromClient.set(method, [reference]);
          else known.push(reference);
        }
        for (const { key, name: methodName, node } of symbols.methods) {
          const place = placeOfMethod(tree, node);
          if (node.endKeyword < 0 || (place !== 'server' && place !== 'serverNoContext')) continue;
          const called = symbols.methodsByKey.get(key)?.node;
          const references = called === undefined ? undefined : fromClient.get(called);
          if (references === undefined) continue;
          const assigned = assignedNames(tree, node);
          for (const { name, valKeyword } of node.parameters) {
            if (valKeyword >= 0 || name < 0 || assigned.has(tree.tokens.key(name))) continue;
            if (cached.has(tree.tokens.key(name)) && isClientVariable(tree, tree.tokens.key(name))) continue;
            const parameter = tree.tokens.text(name);
            reportTokens(name, name, {
              message: {
                ru: `Добавьте «Знач» к «${parameter}»: «${methodName}» его не меняет, а клиент получает обратно`,
                en: `Add "Val" to "${parameter}": "${methodName}" does not change it, yet it is sent back`,
              },
              related: references.map(({ first, last }) => ({
                start: tree.tokens.start(first),
                end: tree.tokens.end(last),
                message: { ru: 'Вызов с клиента', en: 'Called on the client' },
              })),
            });
          }
        }
      },
    };
  },
});

/** Names that are assigned or counted with in a method, lower case. */
function assignedNames(tree: SyntaxTree, method: Method): ReadonlySet<string> {
  const targets = nodesOf(method.body, 'assignment').flatMap(({ target }) =>
    target.kind === 'name' ? [target.first] : [],
  );
  const counters = [...nodesOf(method.body, 'for'), ...nodesOf(method.body, 'forEach')];
  const tokens = [...targets, ...counters.flatMap(({ variable }) => (variable < 0 ? [] : [variable]))];
  return new Set(tokens.map((token) => tree.tokens.key(token)));
}

function isClientVariable(tree: SyntaxTree, key: string): boolean {
  return tree.module.items.some(
    (item) =>
      item.kind === 'variableDeclaration' &&
      placesOf(tree, item).includes('client') &&
      item.variables.some(({ name }) => tree.tokens.key(name) === key),
  );
}
