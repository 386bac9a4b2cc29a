import { isObjectKind, kindOfFolder, type ObjectKind } from './kinds.ts';

/** Module types, named as the reference analyser names them. */
export type ModuleType =
  | 'ApplicationModule'
  | 'BotModule'
  | 'CommandModule'
  | 'CommonModule'
  | 'ExternalConnectionModule'
  | 'FormModule'
  | 'HTTPServiceModule'
  | 'IntegrationServiceModule'
  | 'ManagedApplicationModule'
  | 'ManagerModule'
  | 'OScriptClass'
  | 'OScriptModule'
  | 'ObjectModule'
  | 'OrdinaryApplicationModule'
  | 'RecalculationModule'
  | 'RecordSetModule'
  | 'SessionModule'
  | 'UNKNOWN'
  | 'ValueManagerModule'
  | 'WEBServiceModule'
  | 'WEBSocketClientModule';

export interface ModulePlace {
  readonly type: ModuleType;
  /** English full name of the owner: an object, its form, its command, or `Configuration`; empty when unknown. */
  readonly owner: string;
  /** The object the owner belongs to. */
  readonly object: string;
}

const unknown: ModulePlace = { type: 'UNKNOWN', owner: '', object: '' };

const configurationModules: Readonly<Record<string, ModuleType>> = {
  applicationmodule: 'ApplicationModule',
  externalconnectionmodule: 'ExternalConnectionModule',
  managedapplicationmodule: 'ManagedApplicationModule',
  ordinaryapplicationmodule: 'OrdinaryApplicationModule',
  sessionmodule: 'SessionModule',
};
const objectModules: Readonly<Record<string, ModuleType>> = {
  objectmodule: 'ObjectModule',
  managermodule: 'ManagerModule',
  recordsetmodule: 'RecordSetModule',
  valuemanagermodule: 'ValueManagerModule',
};
const singleModules: Readonly<Partial<Record<ObjectKind, ModuleType>>> = {
  Bot: 'BotModule',
  CommonForm: 'FormModule',
  CommonModule: 'CommonModule',
  HTTPService: 'HTTPServiceModule',
  IntegrationService: 'IntegrationServiceModule',
  WebService: 'WEBServiceModule',
  WebSocketClient: 'WEBSocketClientModule',
};
const typeOf = (table: Readonly<Record<string, ModuleType>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;

const partFolders: Readonly<Record<string, string>> = {
  forms: 'Form',
  commands: 'Command',
  recalculations: 'Recalculation',
  tables: 'Table',
  cubes: 'Cube',
};

interface Owner {
  readonly kind: ObjectKind;
  readonly object: string;
  readonly part: string;
  readonly owner: string;
}

/** The innermost `Folder/Name` pair of a kind of object, with a part of it after that. */
function ownerOf(folders: readonly string[]): Owner | undefined {
  for (let at = folders.length - 2; at >= 0; at -= 1) {
    const names = kindOfFolder(folders[at] ?? '');
    const name = folders[at + 1] ?? '';
    if (names === undefined || !isObjectKind(names.kind)) continue;
    const object = `${names.kind}.${name}`;
    const rest = folders.slice(at + 2).filter((folder) => folder !== 'Ext');
    const part = partFolders[(rest[0] ?? '').toLowerCase()] ?? '';
    const owner = part !== '' && rest[1] !== undefined ? `${object}.${part}.${rest[1]}` : object;
    return { kind: names.kind, object, part, owner };
  }
  return undefined;
}

function scriptPlace(folders: readonly string[]): ModulePlace {
  const inside = folders.map((folder) => folder.toLowerCase());
  if (inside.includes('классы') || inside.includes('classes')) return { ...unknown, type: 'OScriptClass' };
  if (inside.includes('модули') || inside.includes('modules')) return { ...unknown, type: 'OScriptModule' };
  return unknown;
}

function moduleTypeIn(owner: Owner, file: string): ModuleType {
  if (file === 'commandmodule') return 'CommandModule';
  if (file === 'module')
    return owner.part === 'Form' ? 'FormModule' : (singleModules[owner.kind] ?? 'UNKNOWN');
  if (file === 'recordsetmodule' && owner.part === 'Recalculation') return 'RecalculationModule';
  return typeOf(objectModules, file) ?? 'UNKNOWN';
}

/** The type and the owner of a module by its path, in both layouts. Both kinds of slashes are understood. */
export function moduleTypeOf(path: string): ModulePlace {
  const segments = path.split(/[\\/]/u);
  const file = (segments.pop() ?? '').toLowerCase();
  if (file.endsWith('.os')) return scriptPlace(segments);
  const stem = /^(.+)\.(?:bsl|bin)$/u.exec(file)?.[1];
  if (stem === undefined) return unknown;
  const whole = typeOf(configurationModules, stem);
  if (whole !== undefined) return { type: whole, owner: 'Configuration', object: 'Configuration' };
  const owner = ownerOf(segments);
  if (owner === undefined) return unknown;
  const type = moduleTypeIn(owner, stem);
  return type === 'UNKNOWN' ? unknown : { type, owner: owner.owner, object: owner.object };
}
