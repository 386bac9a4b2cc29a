import { describe, expect, test } from 'vitest';
import { moduleTypeOf } from './module-types.ts';

const rows: readonly (readonly [path: string, type: string, owner: string])[] = [
  ['Ext/SessionModule.bsl', 'SessionModule', 'Configuration'],
  ['Ext/ManagedApplicationModule.bsl', 'ManagedApplicationModule', 'Configuration'],
  ['Ext/OrdinaryApplicationModule.bsl', 'OrdinaryApplicationModule', 'Configuration'],
  ['Ext/ExternalConnectionModule.bsl', 'ExternalConnectionModule', 'Configuration'],
  ['src/Configuration/SessionModule.bsl', 'SessionModule', 'Configuration'],
  ['CommonModules/Обмен/Ext/Module.bsl', 'CommonModule', 'CommonModule.Обмен'],
  ['src/CommonModules/Обмен/Module.bsl', 'CommonModule', 'CommonModule.Обмен'],
  ['Catalogs/Валюты/Ext/ObjectModule.bsl', 'ObjectModule', 'Catalog.Валюты'],
  ['src/Catalogs/Валюты/ManagerModule.bsl', 'ManagerModule', 'Catalog.Валюты'],
  ['Catalogs/Валюты/Forms/Форма/Ext/Form/Module.bsl', 'FormModule', 'Catalog.Валюты.Form.Форма'],
  ['src/Catalogs/Валюты/Forms/Форма/Module.bsl', 'FormModule', 'Catalog.Валюты.Form.Форма'],
  [
    'Catalogs/Валюты/Commands/Обновить/Ext/CommandModule.bsl',
    'CommandModule',
    'Catalog.Валюты.Command.Обновить',
  ],
  [
    'src/Catalogs/Валюты/Commands/Обновить/CommandModule.bsl',
    'CommandModule',
    'Catalog.Валюты.Command.Обновить',
  ],
  ['CommonCommands/Обновить/Ext/CommandModule.bsl', 'CommandModule', 'CommonCommand.Обновить'],
  ['CommonForms/Выбор/Ext/Form/Module.bsl', 'FormModule', 'CommonForm.Выбор'],
  ['src/CommonForms/Выбор/Module.bsl', 'FormModule', 'CommonForm.Выбор'],
  [
    'AccumulationRegisters/Остатки/Ext/RecordSetModule.bsl',
    'RecordSetModule',
    'AccumulationRegister.Остатки',
  ],
  [
    'CalculationRegisters/Начисления/Recalculations/Все/Ext/RecordSetModule.bsl',
    'RecalculationModule',
    'CalculationRegister.Начисления.Recalculation.Все',
  ],
  ['Constants/Курс/Ext/ValueManagerModule.bsl', 'ValueManagerModule', 'Constant.Курс'],
  ['HTTPServices/Апи/Ext/Module.bsl', 'HTTPServiceModule', 'HTTPService.Апи'],
  ['WebServices/Обмен/Ext/Module.bsl', 'WEBServiceModule', 'WebService.Обмен'],
  ['IntegrationServices/Шина/Ext/Module.bsl', 'IntegrationServiceModule', 'IntegrationService.Шина'],
  ['Bots/Бот/Ext/Module.bsl', 'BotModule', 'Bot.Бот'],
  ['WebSocketClients/Канал/Ext/Module.bsl', 'WEBSocketClientModule', 'WebSocketClient.Канал'],
  ['C:\\conf\\Documents\\Заказ\\Ext\\ObjectModule.bsl', 'ObjectModule', 'Document.Заказ'],
  ['Catalogs/Валюты/Ext/ObjectModule.bin', 'ObjectModule', 'Catalog.Валюты'],
  ['/repository/Catalogs/conf/src/Documents/Заказ/ObjectModule.bsl', 'ObjectModule', 'Document.Заказ'],
  ['lib/src/Классы/Парсер.os', 'OScriptClass', ''],
  ['lib/src/Модули/Работа.os', 'OScriptModule', ''],
  ['script.os', 'UNKNOWN', ''],
  ['Module.bsl', 'UNKNOWN', ''],
  ['empty-workspace/fake-uri.bsl', 'UNKNOWN', ''],
  ['Catalogs/Валюты/Ext/Form.bin', 'UNKNOWN', ''],
  ['Roles/Роль/Ext/Module.bsl', 'UNKNOWN', ''],
  ['', 'UNKNOWN', ''],
];

describe('the type of a module by its path', () => {
  test.each(rows)('%s is %s of %s', (path, type, owner) => {
    expect(moduleTypeOf(path)).toMatchObject({ type, owner });
  });

  test('the module of a form belongs to the object of the form', () => {
    expect(moduleTypeOf('Catalogs/Валюты/Forms/Форма/Ext/Form/Module.bsl').object).toBe('Catalog.Валюты');
  });
});
