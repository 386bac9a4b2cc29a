import type { ToolInput } from '#platform/server/modules';
import { type QueryFile, queriesOf } from '#products/assistants/engines/module-queries';
import { readSource } from '../bsl/source-file.ts';

/** Reads a file: a module (`.bsl`, `.os`) has queries in its strings, any other file is a query. Null when it cannot be read. */
export const readQueries = async (input: ToolInput): Promise<QueryFile | null> => {
  const path = input.args[0];
  if (path === undefined) {
    input.warn('A file is needed.');
    return null;
  }
  try {
    const read = await readSource(path);
    if (read.kind === 'refused') {
      input.warn(`${path}: ${read.reason}`);
      return null;
    }
    const source = read.text.replace(/^\uFEFF/u, '');
    const isModule = /\.(?:bsl|os)$/iu.test(path);
    return queriesOf(path, source, isModule);
  } catch (error) {
    input.warn(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    return null;
  }
};
