import { useText } from '#platform/web';
import type { ProjectModule } from '../../../contract/index.ts';
import { fileOf, known } from '../names.rules.ts';
import { projectsTexts } from '../texts.ts';

const types = [
  'ApplicationModule',
  'BotModule',
  'CommandModule',
  'CommonModule',
  'ExternalConnectionModule',
  'FormModule',
  'HTTPServiceModule',
  'IntegrationServiceModule',
  'ManagedApplicationModule',
  'ManagerModule',
  'ObjectModule',
  'OrdinaryApplicationModule',
  'RecalculationModule',
  'RecordSetModule',
  'SessionModule',
  'ValueManagerModule',
  'WEBServiceModule',
  'WEBSocketClientModule',
] as const;

/** What people call a module: `Модуль объекта · Отгрузка`. */
export function useModuleTitle(): (module: Pick<ProjectModule, 'type' | 'owner' | 'path'>) => string {
  const t = useText(projectsTexts);
  return ({ type, owner, path }) => {
    const word = known(types, type);
    const kind = word === undefined ? t('module.unknown_type') : t(`module.type.${word}`);
    if (owner === 'Configuration') return kind;
    const names = owner.split('.').filter((_segment, at) => at % 2 === 1);
    return `${kind} · ${names.length === 0 ? fileOf(path) : names.join(' · ')}`;
  };
}
