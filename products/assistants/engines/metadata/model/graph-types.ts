import type { Fault } from './fault.ts';
import type { LocalText, ObjectKind, PartKind } from './kinds.ts';
import type { ModuleType } from './module-types.ts';
import type { ValueType } from './value-type.ts';

/** A name by language code: `{ ru: 'Контрагенты', en: 'Counterparties' }`. */
export type Synonym = Readonly<Record<string, string>>;

/** Where something comes from: the base configuration or an extension. */
export interface Origin {
  /** The name of the extension that added it; absent for the base configuration. */
  readonly extension?: string;
  /** Described in an extension as belonging to the base configuration. */
  readonly adopted?: boolean;
}

export interface Field extends Origin {
  /** `Attribute`, `StandardAttribute`, `Dimension`, `Resource`, `Column`, ... */
  readonly part: PartKind;
  readonly name: string;
  /** Standard fields have a name in each language; others the same one twice. */
  readonly names: LocalText;
  readonly type: ValueType;
  readonly synonym: Synonym;
  /** 0-based line of the name in the object's file; 0 for standard fields. */
  readonly line: number;
  readonly properties: Readonly<Record<string, string>>;
  /** Full names met in the properties: columns of journals and others. */
  readonly references: readonly string[];
  /** The common attribute that gave the field. */
  readonly common?: string;
}

export interface TabularSection extends Origin {
  readonly name: string;
  readonly synonym: Synonym;
  readonly line: number;
  readonly fields: readonly Field[];
}

export interface Named {
  readonly name: string;
  readonly synonym: Synonym;
  readonly line: number;
}

export interface PredefinedItem {
  readonly name: string;
  readonly code: string;
  readonly description: string;
  readonly isFolder: boolean;
  readonly parent?: string;
}

export interface EventHandler {
  readonly event: string;
  readonly method: string;
}

export interface FormItem {
  readonly name: string;
  /** `InputField`, `Table`, `UsualGroup`, ... */
  readonly type: string;
  readonly dataPath: string;
  readonly command: string;
  readonly handlers: readonly EventHandler[];
  readonly line: number;
}

export interface FormAttribute {
  readonly name: string;
  readonly type: ValueType;
  readonly main: boolean;
  /** Dynamic lists: the main table as written (`Catalog.Валюты`) and the text of their query. */
  readonly mainTable: string;
  readonly queryText: string;
  /** Columns of a value table. */
  readonly columns: readonly { readonly name: string; readonly type: ValueType }[];
}

export interface FormCommand {
  readonly name: string;
  readonly action: string;
}

export interface Form extends Named, Origin {
  readonly formType: string;
  /** The file with the elements; empty when there is none. */
  readonly file: string;
  readonly items: readonly FormItem[];
  readonly attributes: readonly FormAttribute[];
  readonly commands: readonly FormCommand[];
  readonly handlers: readonly EventHandler[];
}

export interface Module {
  readonly type: ModuleType;
  readonly path: string;
  /** Without source text: protected with a password. */
  readonly isProtected: boolean;
  /** English full name: of the object, or of its form or command. */
  readonly owner: string;
}

export interface CommonModuleFlags {
  readonly server: boolean;
  readonly serverCall: boolean;
  readonly clientManagedApplication: boolean;
  readonly clientOrdinaryApplication: boolean;
  readonly externalConnection: boolean;
  readonly global: boolean;
  readonly privileged: boolean;
  readonly reuse: 'DontUse' | 'DuringRequest' | 'DuringSession';
}

export interface Subscription {
  readonly source: ValueType;
  readonly event: string;
  readonly handler: string;
}

export interface Job {
  readonly handler: string;
  readonly predefined: boolean;
  readonly use: boolean;
}

export interface HttpMethod extends Named {
  readonly httpMethod: string;
  readonly handler: string;
}
export interface UrlTemplate extends Named {
  readonly template: string;
  readonly methods: readonly HttpMethod[];
}
export interface HttpService {
  readonly rootUrl: string;
  readonly templates: readonly UrlTemplate[];
}

export interface WebOperation extends Named {
  readonly procedure: string;
  readonly parameters: readonly string[];
}
export interface WebService {
  readonly namespace: string;
  readonly operations: readonly WebOperation[];
}

export interface Right {
  readonly name: string;
  readonly allowed: boolean;
  /** Texts of row-level restrictions, in the order of the file. */
  readonly restrictions: readonly { readonly fields: readonly string[]; readonly condition: string }[];
}
export interface ObjectRights {
  /** English full name of an object or a part of one. */
  readonly object: string;
  readonly rights: readonly Right[];
}
export interface RoleData {
  readonly file: string;
  readonly setForNewObjects: boolean;
  readonly setForAttributesByDefault: boolean;
  readonly independentRightsOfChildObjects: boolean;
  readonly objects: readonly ObjectRights[];
  readonly templates: readonly { readonly name: string; readonly condition: string }[];
}

/** A command in the command interface of a subsystem or of the whole configuration. */
export interface InterfaceCommand {
  readonly command: string;
  readonly visible?: boolean;
  readonly group?: string;
}

export interface MetadataObject extends Origin {
  readonly kind: ObjectKind;
  readonly name: string;
  /** Nested subsystems have the outer names in front: `Subsystem.Склад.Subsystem.Отгрузка`. */
  readonly fullName: LocalText;
  readonly uuid: string;
  readonly synonym: Synonym;
  readonly comment: string;
  readonly file: string;
  /** 0-based line of the name in the file. */
  readonly line: number;
  /** Simple properties as written, keys in camelCase: `codeLength`, `registerType`. */
  readonly properties: Readonly<Record<string, string>>;
  /** Full names met in a property: `owners`, `registerRecords`, `basedOn`, `content`. */
  readonly references: Readonly<Record<string, readonly string[]>>;
  /** Constants, defined types, session parameters, common attributes, charts of characteristic types. */
  readonly type?: ValueType;
  readonly fields: readonly Field[];
  readonly tabularSections: readonly TabularSection[];
  readonly enumValues: readonly (Named & Origin)[];
  readonly predefined: readonly PredefinedItem[];
  readonly forms: readonly Form[];
  readonly commands: readonly Named[];
  readonly templates: readonly Named[];
  readonly modules: readonly Module[];
  readonly commonModule?: CommonModuleFlags;
  readonly subscription?: Subscription;
  readonly job?: Job;
  readonly httpService?: HttpService;
  readonly webService?: WebService;
  readonly role?: RoleData;
  readonly commandInterface?: readonly InterfaceCommand[];
  /** Common attributes: the objects that have it, or do not. */
  readonly commonContent?: readonly { readonly object: string; readonly use: 'Use' | 'DontUse' | 'Auto' }[];
}

export interface ConfigurationInfo {
  readonly name: string;
  readonly synonym: Synonym;
  readonly version: string;
  readonly vendor: string;
  readonly layout: 'designer' | 'edt';
  /** The folder of the configuration inside the tree; empty for the root, otherwise ends with `/`. */
  readonly root: string;
  readonly file: string;
  readonly scriptVariant: 'Russian' | 'English';
  /** As `8.3.24`; empty when not set. */
  readonly compatibilityMode: string;
  readonly defaultLanguage: string;
  /** Extensions only: `Customization`, `AddOn`, `Patch`. */
  readonly extensionPurpose?: string;
  readonly namePrefix?: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly modules: readonly Module[];
  readonly commandInterface: readonly InterfaceCommand[];
}

export type EdgeKind =
  | 'type'
  | 'owner'
  | 'registrator'
  | 'handler'
  | 'source'
  | 'form'
  | 'subsystem'
  | 'role'
  | 'uses'
  | 'reference';

/** `from` depends on `to`; both are English full names of objects or of their parts. */
export interface Edge {
  readonly kind: EdgeKind;
  readonly from: string;
  readonly to: string;
  /** What in `from` makes the tie: an attribute, a data path, a right, a property. */
  readonly via: string;
}

/** Two descriptions that do not fit together when an extension is laid over a configuration. */
export interface Conflict {
  readonly code: 'no_base_object' | 'no_base_field' | 'name_taken' | 'field_taken' | 'type_differs';
  readonly extension: string;
  /** English full name. */
  readonly name: string;
  readonly file: string;
  readonly line: number;
  readonly message: LocalText;
}

/** A configuration as a graph: immutable, in the order of the configuration tree. */
export interface MetadataGraph {
  readonly configuration: ConfigurationInfo;
  readonly extensions: readonly ConfigurationInfo[];
  readonly objects: readonly MetadataObject[];
  readonly edges: readonly Edge[];
  readonly conflicts: readonly Conflict[];
  readonly faults: readonly Fault[];
}
