/** What is read of a built file. */
export interface BuiltFile {
  readonly type: 'chunk' | 'asset';
  readonly fileName: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly moduleIds?: readonly string[];
}

/** Code that must be there without network: walking, the words of every page, and what the session asks with. */
const neededOffline = [
  /[\\/]products[\\/]quests[\\/]web[\\/]play[\\/]/,
  /[\\/]products[\\/]quests[\\/]web[\\/](map|pieces)[\\/]/,
  /[\\/]locales[\\/]/,
  /[\\/]identity[\\/]contract[\\/]/,
];

/** The street map's program is large and of no use without its server; the plain map stands in. */
const leftOut = /maplibre/;

const fonts = /inter-(latin|cyrillic)-wght-normal.*\.woff2$/;

/** Names of the files to keep: what the start page loads, what is needed offline, and all they stand on. */
export function shellFiles(bundle: readonly BuiltFile[]): readonly string[] {
  const chunks = new Map(bundle.filter(({ type }) => type === 'chunk').map((file) => [file.fileName, file]));
  const wanted = new Set<string>();
  const add = (name: string): void => {
    const chunk = chunks.get(name);
    if (chunk === undefined || wanted.has(name)) return;
    wanted.add(name);
    for (const imported of chunk.imports ?? []) add(imported);
  };
  for (const { fileName, isEntry, moduleIds = [] } of chunks.values()) {
    const isLarge = moduleIds.some((id) => leftOut.test(id));
    const isNeeded = moduleIds.some((id) => neededOffline.some((pattern) => pattern.test(id)));
    if (isEntry === true || (isNeeded && !isLarge)) add(fileName);
  }
  const others = bundle.filter(
    ({ type, fileName }) => type === 'asset' && (fonts.test(fileName) || fileName.endsWith('.css')),
  );
  return [...wanted, ...others.map(({ fileName }) => fileName)].toSorted();
}
