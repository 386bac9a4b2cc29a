/** A place where a lower floor lets a higher one put something in. */
export interface ExtensionPoint<Value> {
  readonly id: string;
  /** `one`: exactly one module fills it. `many`: any number. */
  readonly arity: 'one' | 'many';
  /** Never set; carries the type. */
  readonly value?: Value;
}

export interface Filling {
  readonly point: string;
  readonly value: unknown;
}

export function defineExtensionPoint<Value>(
  id: string,
  arity: ExtensionPoint<Value>['arity'],
): ExtensionPoint<Value> {
  return { id, arity };
}

/** Fills a point; used in a manifest's `fills`. */
export function fill<Value>(point: ExtensionPoint<Value>, value: Value): Filling {
  return { point: point.id, value };
}
