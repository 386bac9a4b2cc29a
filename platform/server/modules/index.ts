export { defineModule, type Module, type ModuleInstance } from './define.ts';
export { defineExtensionPoint, type ExtensionPoint, fill, type ReadExtensions } from './extension.ts';
export type {
  CliCommand,
  CommandDeclaration,
  CommandInput,
  DemoDoor,
  ListenDoor,
  ModuleContext,
  PermissionGrants,
  PlatformServices,
  ServeDoor,
  WorkDoor,
} from './manifest.ts';
export type { ToolCommand, ToolInput } from './tool-command.ts';
