import { kindOfFolder, type ObjectKind } from '../model/kinds.ts';
import type { Layout } from './descriptor.ts';

/** A configuration found in a tree. */
export interface ConfigurationRoot {
  readonly layout: Layout;
  /** Empty, or ends with `/`. */
  readonly folder: string;
  readonly file: string;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Every `Configuration.xml` and `Configuration/Configuration.mdo`, the shallowest first. */
export function findRoots(paths: readonly string[]): readonly ConfigurationRoot[] {
  const roots: ConfigurationRoot[] = [];
  for (const path of paths) {
    const edt = /^((?:.*\/)?)Configuration\/Configuration\.mdo$/u.exec(path);
    const designer = /^((?:.*\/)?)Configuration\.xml$/u.exec(path);
    if (edt !== null) roots.push({ layout: 'edt', folder: edt[1] ?? '', file: path });
    else if (designer !== null) roots.push({ layout: 'designer', folder: designer[1] ?? '', file: path });
  }
  const depth = (root: ConfigurationRoot) => root.folder.split('/').length;
  return roots.sort((a, b) => depth(a) - depth(b) || byText(a.folder, b.folder));
}

/** An object's description and the folder with everything else of it (ends with `/`). */
export interface ObjectFile {
  readonly kind: ObjectKind;
  readonly path: string;
  readonly folder: string;
  /** Outer subsystems, outermost first. */
  readonly outer: readonly string[];
  readonly name: string;
}

function pairs(segments: readonly string[]): readonly (readonly [string, string])[] | undefined {
  if (segments.length < 2 || segments.length % 2 !== 0) return undefined;
  return Array.from({ length: segments.length / 2 }, (_, index) => [
    segments[index * 2] ?? '',
    segments[index * 2 + 1] ?? '',
  ]);
}

function objectFile(root: ConfigurationRoot, path: string): ObjectFile | undefined {
  const extension = root.layout === 'edt' ? '.mdo' : '.xml';
  if (!path.startsWith(root.folder) || !path.endsWith(extension)) return undefined;
  const segments = path.slice(root.folder.length, -extension.length).split('/');
  // EDT repeats the name: `Catalogs/Валюты/Валюты.mdo`.
  if (root.layout === 'edt' && segments.pop() !== segments.at(-1)) return undefined;
  const chain = pairs(segments);
  const last = chain?.at(-1);
  if (chain === undefined || last === undefined) return undefined;
  const names = kindOfFolder(last[0]);
  if (names === undefined) return undefined;
  if (chain.length > 1 && chain.some(([folder]) => folder !== 'Subsystems')) return undefined;
  const folder = `${root.folder}${segments.join('/')}/`;
  return {
    kind: names.kind,
    path,
    folder,
    outer: chain.slice(0, -1).map(([, name]) => name),
    name: last[1],
  };
}

/** Descriptions of the objects under a root, by path. */
export function objectFiles(root: ConfigurationRoot, paths: readonly string[]): readonly ObjectFile[] {
  return paths.flatMap((path) => objectFile(root, path) ?? []).sort((a, b) => byText(a.path, b.path));
}

/** Paths under each root; a root inside another keeps its own paths to itself. */
export function pathsByRoot(
  roots: readonly ConfigurationRoot[],
  paths: readonly string[],
): ReadonlyMap<ConfigurationRoot, readonly string[]> {
  const deepestFirst = [...roots].sort((a, b) => b.folder.length - a.folder.length);
  const result = new Map<ConfigurationRoot, string[]>(roots.map((root) => [root, []]));
  for (const path of paths) {
    const owner = deepestFirst.find((root) => path.startsWith(root.folder));
    if (owner !== undefined) result.get(owner)?.push(path);
  }
  return result;
}
