/** Names met in a module, as the engine that parses code reports them. */
export interface CodeUse {
  /** The module's path in the tree. */
  readonly from: string;
  /** Each a chain: [`Справочники`, `Контрагенты`], optionally with a field after that. */
  readonly names: readonly (readonly string[])[];
}
