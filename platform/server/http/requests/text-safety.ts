export interface Fault {
  readonly pointer: string;
  readonly message: string;
}

/** Arrays and objects may be nested this deep; more is an attack on recursion, never a real request. */
export const maxDepth = 64;

const maxFaults = 20;

function textFault(text: string): string | undefined {
  if (text.includes('\u0000')) return 'must not contain NUL characters';
  if (!text.isWellFormed()) return 'must be well-formed Unicode (no lone surrogates)';
  return undefined;
}

function escapeKey(key: string): string {
  return key.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1').replaceAll('\u0000', '');
}

/**
 * Finds text that PostgreSQL cannot store (NUL, lone surrogates), in keys too, and nesting beyond
 * `maxDepth`. Walks without recursion, so depth cannot exhaust the stack.
 */
export function unsafeText(root: unknown, rootPointer: string): Fault[] {
  if (root === undefined || root === null || typeof root === 'number' || typeof root === 'boolean') return [];
  const faults: Fault[] = [];
  const values: unknown[] = [root];
  const pointers: string[] = [rootPointer];
  const depths: number[] = [0];
  while (values.length > 0 && faults.length < maxFaults) {
    const value = values.pop();
    const pointer = pointers.pop() ?? rootPointer;
    const depth = depths.pop() ?? 0;
    if (typeof value === 'string') {
      const message = textFault(value);
      if (message !== undefined) faults.push({ pointer, message });
    } else if (typeof value === 'object' && value !== null) {
      if (depth >= maxDepth) {
        return [{ pointer: rootPointer, message: `must not be nested deeper than ${maxDepth} levels` }];
      }
      for (const [key, child] of Object.entries(value)) {
        const message = textFault(key);
        const childPointer = `${pointer}/${escapeKey(key)}`;
        if (message !== undefined) faults.push({ pointer: childPointer, message: `name ${message}` });
        values.push(child);
        pointers.push(childPointer);
        depths.push(depth + 1);
      }
    }
  }
  return faults;
}
