import type { LocalText } from '../model/kinds.ts';
import type { ValueType } from '../model/value-type.ts';
import type { ParameterRole } from './virtual-tables.tables.ts';

export interface SchemaField {
  readonly names: LocalText;
  readonly type: ValueType;
  /** Dimensions, resources and the like say what the field is for in a register. */
  readonly role: 'standard' | 'attribute' | 'dimension' | 'resource' | 'section';
}

export interface SchemaParameter {
  readonly names: LocalText;
  readonly role: ParameterRole;
}

/** A table a query may read. */
export interface SchemaTable {
  /** `Справочник.Контрагенты` / `Catalog.Контрагенты`, with the section or the virtual table after it. */
  readonly names: LocalText;
  readonly kind: 'main' | 'tabular' | 'virtual' | 'changes' | 'constants';
  /** English full name of the object; empty for the table of all constants. */
  readonly object: string;
  readonly fields: readonly SchemaField[];
  /** Parameters of a virtual table in their order. */
  readonly parameters: readonly SchemaParameter[];
}

/** Tables and fields of a configuration for checking queries. */
export interface QuerySchema {
  readonly tables: readonly SchemaTable[];
  /** By a full name in either language, whatever the case. */
  table(name: string): SchemaTable | undefined;
  /** A field by either name, whatever the case. */
  field(table: SchemaTable, name: string): SchemaField | undefined;
  /** Tables a field of this type leads to by a dot. */
  referred(type: ValueType): readonly SchemaTable[];
}
