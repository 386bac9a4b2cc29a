/**
 * A typed name. A module provides its service under a ref; consumers import the ref and the interface,
 * never the implementation. The type parameter exists for the compiler only.
 */
export interface Ref<Service> {
  readonly id: string;
  /** Never set; carries the type. */
  readonly service?: Service;
}

/** Names a service, for example `defineRef<Payments>('payments')`. */
export function defineRef<Service>(id: string): Ref<Service> {
  return { id };
}
