/** What a field of a table holds. */
export interface FieldTypes {
  /** Full names of the tables the field refers to: `Документ.Заказ`. */
  readonly references: readonly string[];
  /** Primitive types among the others. */
  readonly primitives: readonly ('number' | 'string' | 'boolean' | 'date')[];
}

/**
 * What rules may ask about a configuration. Names are full and in either language, as they stand in the query, and are
 * compared without regard to case. Every answer may be null or empty when it is not known: the rule then only advises.
 */
export interface Schema {
  /** Types of a field of a table, `Справочник.Валюты`, or of a virtual table, `РегистрНакопления.Х.Остатки`. */
  readonly fieldTypes: (table: string, field: string) => FieldTypes | null;
  /** Names of the dimensions of a register; the fields a virtual table can be filtered by. */
  readonly dimensions: (register: string) => readonly string[];
  /** Names of the resources of a register, without the endings a virtual table adds. */
  readonly resources: (register: string) => readonly string[];
  /** Indexes of a table, each as its fields in order. */
  readonly indexes: (table: string) => readonly (readonly string[])[];
  /** About how many rows a table has. */
  readonly rowCount: (table: string) => number | null;
  /** How the configuration locks data. */
  readonly lockControl: 'managed' | 'automatic' | 'mixed' | 'unknown';
}

/** The schema of a configuration nothing is known about. */
export const unknownSchema: Schema = {
  fieldTypes: () => null,
  dimensions: () => [],
  resources: () => [],
  indexes: () => [],
  rowCount: () => null,
  lockControl: 'unknown',
};
