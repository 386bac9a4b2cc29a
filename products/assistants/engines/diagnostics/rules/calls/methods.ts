import { ancestorOf, type Method, type Node, type SyntaxTree } from '#products/assistants/engines/bsl';

/** Where a method runs, by its compilation directive. */
export type Place = 'client' | 'server' | 'serverNoContext' | 'both' | 'bothNoContext';

const places: ReadonlyMap<string, Place> = new Map([
  ['наклиенте', 'client'],
  ['atclient', 'client'],
  ['насервере', 'server'],
  ['atserver', 'server'],
  ['насерверебезконтекста', 'serverNoContext'],
  ['atservernocontext', 'serverNoContext'],
  ['наклиентенасервере', 'both'],
  ['atclientatserver', 'both'],
  ['наклиентенасерверебезконтекста', 'bothNoContext'],
  ['atclientatservernocontext', 'bothNoContext'],
]);

/** The places named before a method, in order. */
export function placesOf(tree: SyntaxTree, method: Pick<Method, 'annotations'>): readonly Place[] {
  return method.annotations.flatMap(({ name }) =>
    name < 0 ? [] : (places.get(tree.tokens.key(name)) ?? []),
  );
}

/** Where a method runs when several directives contradict: some outweigh the first one. */
export function placeOfMethod(tree: SyntaxTree, method: Method): Place | undefined {
  const named = placesOf(tree, method);
  return named.find((place) => place === 'serverNoContext' || place === 'both') ?? named[0];
}

/** The method a node lies in. */
export function methodOf(node: Node): Method | undefined {
  return ancestorOf(node, 'method');
}
