/**
 * Metadata engine: an XML export of a 1C:Enterprise configuration (Designer or EDT layout, with
 * extensions) as an immutable graph, and the questions about it. Pure: files come in as a `FileTree`.
 */
export { type AttributeInfo, type AttributesResult, attributesOf } from './ask/attributes.ts';
export { type CheckedName, checkNames } from './ask/check-names.ts';
export { checkText, type TextCheck, type UnknownName } from './ask/check-text.ts';
export { codeUseOf } from './ask/code-use-of.ts';
export { type FoundName, findName } from './ask/find.ts';
export { localName } from './ask/local-name.ts';
export type { TextKind } from './ask/scan-names.ts';
export { suggest } from './ask/suggest.ts';
export { type Summary, summaryOf } from './ask/summary.ts';
export type {
  CheckKey,
  CheckOptions,
  CheckSeverity,
  CheckType,
  MetadataFinding,
  MethodsOf,
  ModuleMethod,
} from './checks/check-types.ts';
export { type CheckInfo, checkMetadata, metadataChecks } from './checks/run-checks.ts';
export { diffMetadata, type MetadataDiff, type ObjectChange, type PartChange } from './diff/diff-metadata.ts';
export type { CodeUse } from './graph/code-use.ts';
export { type Impacted, type ImpactReason, type ImpactResult, impactOf } from './graph/impact.ts';
export { type MetadataOptions, type MetadataResult, readMetadata } from './graph/read-metadata.ts';
export type { Target } from './graph/resolve-chain.ts';
export type { Fault, FaultCode } from './model/fault.ts';
export type * from './model/graph-types.ts';
export type { LocalText, ObjectKind, PartKind } from './model/kinds.ts';
export { type ModulePlace, type ModuleType, moduleTypeOf } from './model/module-types.ts';
export { type TypeItem, typeText, type ValueType } from './model/value-type.ts';
export { optimizerSchema } from './schema/optimizer-schema.ts';
export { querySchema } from './schema/query-schema.ts';
export type { QuerySchema, SchemaField, SchemaParameter, SchemaTable } from './schema/schema-types.ts';
export type { ParameterRole } from './schema/virtual-tables.tables.ts';
export { type FileTree, treeFromFiles } from './tree/file-tree.ts';
export {
  defaultZipLimits,
  treeFromZip,
  type ZipLimits,
  type ZipRefusal,
  type ZipResult,
} from './tree/zip-tree.ts';
export { defaultXmlLimits, type XmlLimits } from './xml/parse-xml.ts';
