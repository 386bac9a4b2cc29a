import type { FileTree } from '#products/assistants/engines/metadata';

export type ProjectFile =
  | { readonly kind: 'archive'; readonly name: string; readonly tree: FileTree }
  | { readonly kind: 'module'; readonly path: string; readonly bytes: Uint8Array };

const descriptions = /(?:^|\/)Configuration\.(?:xml|mdo)$/u;

function describesExtension(tree: FileTree): boolean {
  return tree.paths.some((path) => {
    if (!descriptions.test(path)) return false;
    try {
      return /ConfigurationExtensionPurpose>/iu.test(new TextDecoder().decode(tree.read(path)));
    } catch {
      return false;
    }
  });
}

/** A configuration that has nothing: single modules need one to lie in. */
function emptyConfiguration(name: string): Uint8Array {
  const plain = name.replaceAll(/[^\p{L}\p{N}_ ]/gu, '').trim() || 'Configuration';
  return new TextEncoder().encode(
    '<?xml version="1.0" encoding="UTF-8"?><MetaDataObject xmlns="http://v8.1c.ru/8.3/MDClasses"><Configuration>' +
      `<Properties><Name>${plain}</Name></Properties></Configuration></MetaDataObject>`,
  );
}

const stemOf = (name: string): string =>
  (name.replaceAll('\\', '/').split('/').at(-1) ?? name).replace(/\.zip$/iu, '');

/**
 * All files of a project as one tree: configurations as they are, each extension in a folder of its own name, single
 * modules over the file of their path.
 */
export function overlayTree(name: string, files: readonly ProjectFile[]): FileTree {
  const readers = new Map<string, () => Uint8Array>();
  for (const file of files) {
    if (file.kind !== 'archive') continue;
    const { tree } = file;
    const folder = describesExtension(tree) ? `${stemOf(file.name)}/` : '';
    for (const path of tree.paths) {
      const at = folder + path;
      if (!readers.has(at)) readers.set(at, () => tree.read(path));
    }
  }
  if (![...readers.keys()].some((path) => descriptions.test(path)))
    readers.set('Configuration.xml', () => emptyConfiguration(name));
  for (const file of files) {
    if (file.kind !== 'module') continue;
    const wanted = file.path.replaceAll('\\', '/').replace(/^\/+/u, '');
    const there = [...readers.keys()].find((path) => path === wanted || path.endsWith(`/${wanted}`));
    readers.set(there ?? wanted, () => file.bytes);
  }
  return {
    paths: [...readers.keys()],
    read(path) {
      const reader = readers.get(path);
      if (reader === undefined) throw new Error(`No such file: ${path}`);
      return reader();
    },
  };
}
