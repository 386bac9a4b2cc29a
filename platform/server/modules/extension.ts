/** A place where a lower floor lets a higher one put something in. */
export interface ExtensionPoint<Value> {
  readonly id: string;
  /** `one`: at most one module fills it. `many`: any number. */
  readonly arity: 'one' | 'many';
  /** Never set; carries the type. */
  readonly value?: Value;
}

export interface Filling {
  readonly point: Pick<ExtensionPoint<unknown>, 'id' | 'arity'>;
  readonly value: unknown;
}

/**
 * What the loaded modules put into a point, each module after those it uses; empty when nobody did. Readable once
 * every module exists (in `prepare`, the doors and methods of services); throws when it is read in `create`.
 */
export type ReadExtensions = <Value>(point: ExtensionPoint<Value>) => readonly Value[];

export function defineExtensionPoint<Value>(
  id: string,
  arity: ExtensionPoint<Value>['arity'],
): ExtensionPoint<Value> {
  return { id, arity };
}

/** Fills a point; used in a manifest's `fills`. */
export function fill<Value>(point: ExtensionPoint<Value>, value: Value): Filling {
  return { point, value };
}
