import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { designerFiles } from '../fixtures/designer.fixture.ts';
import { edtFiles } from '../fixtures/edt.fixture.ts';
import { graphFrom, graphOf, layouts } from '../fixtures/graphs.fixture.ts';
import { largeConfiguration } from '../fixtures/large.fixture.ts';
import { trade, tradeExtension } from '../fixtures/trade.fixture.ts';
import type { MetadataGraph, MetadataObject } from '../model/graph-types.ts';
import { typeText } from '../model/value-type.ts';
import { treeFromFiles } from '../tree/file-tree.ts';
import { treeFromZip } from '../tree/zip-tree.ts';
import { readMetadata } from './read-metadata.ts';

function objectOf(graph: MetadataGraph, name: string): MetadataObject {
  const found = graph.objects.find((object) => object.fullName.en === name || object.fullName.ru === name);
  if (found === undefined) throw new Error(`no ${name}`);
  return found;
}

const fieldsOf = (object: MetadataObject) =>
  object.fields.map((field) => `${field.part} ${field.names.ru}: ${typeText(field.type).ru}`);

describe.each(layouts)('a configuration in the layout of %s', (_, write) => {
  const graph = graphOf(treeFromFiles(write(trade)));

  test('is read without a fault', () => {
    expect(graph.faults).toEqual([]);
    expect(graph.configuration).toMatchObject({
      name: 'УчебнаяТорговля',
      version: '1.2.3',
      compatibilityMode: '8.3.24',
      scriptVariant: 'Russian',
      defaultLanguage: 'Русский',
    });
    expect(graph.configuration.modules.map((module) => module.type)).toEqual([
      'ManagedApplicationModule',
      'SessionModule',
    ]);
  });

  test('a catalog has its standard fields, attributes with types, sections, forms and predefined items', () => {
    const partners = objectOf(graph, 'Справочник.Партнеры');
    expect(fieldsOf(partners)).toEqual([
      'StandardAttribute Ссылка: СправочникСсылка.Партнеры',
      'StandardAttribute ПометкаУдаления: Булево',
      'StandardAttribute Предопределенный: Булево',
      'StandardAttribute ИмяПредопределенныхДанных: Строка',
      'StandardAttribute Родитель: СправочникСсылка.Партнеры',
      'StandardAttribute ЭтоГруппа: Булево',
      'StandardAttribute Код: Строка(9)',
      'StandardAttribute Наименование: Строка(100)',
      'Attribute ИНН: Строка(12)',
      'Attribute КредитныйЛимит: Число(15, 2)',
      'Attribute ОсновнойДоговор: СправочникСсылка.Договоры',
    ]);
    expect(partners.synonym).toEqual({ ru: 'Партнёры и клиенты' });
    expect(partners.tabularSections.map((section) => section.fields.map((field) => field.names.ru))).toEqual([
      ['НомерСтроки', 'Вид', 'Значение'],
    ]);
    expect(partners.predefined).toMatchObject([
      { name: 'Группа', isFolder: true, code: 'Гру' },
      { name: 'Розница', parent: 'Группа' },
    ]);
    expect(partners.commands.map((one) => one.name)).toEqual(['Досье']);
    expect(partners.templates.map((one) => one.name)).toEqual(['Карточка']);
    expect(partners.modules.map((module) => [module.type, module.owner])).toEqual(
      expect.arrayContaining([
        ['ObjectModule', 'Catalog.Партнеры'],
        ['ManagerModule', 'Catalog.Партнеры'],
        ['FormModule', 'Catalog.Партнеры.Form.ФормаЭлемента'],
      ]),
    );
  });

  test('what the properties rule out is not there: no code, no folders, an owner', () => {
    expect(objectOf(graph, 'Catalog.Договоры').fields.map((field) => field.names.ru)).toEqual([
      'Ссылка',
      'ПометкаУдаления',
      'Предопределенный',
      'ИмяПредопределенныхДанных',
      'Владелец',
      'Наименование',
      'Номер',
    ]);
  });

  test('forms have elements, data paths, commands and handlers', () => {
    const [form, list] = objectOf(graph, 'Catalog.Партнеры').forms;
    expect(form?.handlers).toEqual([{ event: 'OnCreateAtServer', method: 'ПриСозданииНаСервере' }]);
    expect(form?.commands).toEqual([{ name: 'Проверить', action: 'ПроверитьИНН' }]);
    expect(form?.items.map((item) => [item.name, item.type, item.dataPath, item.command])).toEqual(
      expect.arrayContaining([
        ['Группа', 'UsualGroup', '', ''],
        ['ИНН', 'InputField', 'Объект.ИНН', ''],
        ['КнопкаПроверить', 'Button', '', 'Form.Command.Проверить'],
      ]),
    );
    expect(form?.attributes).toMatchObject([{ name: 'Объект', main: true }]);
    expect(list?.attributes).toMatchObject([{ name: 'Список', mainTable: 'Catalog.Партнеры' }]);
  });

  test('subscriptions, jobs, services, roles, modules and enumerations are read', () => {
    expect(objectOf(graph, 'EventSubscription.ЗаписьОтгрузки').subscription).toMatchObject({
      event: 'OnWrite',
      handler: 'CommonModule.ОтгрузкаСервер.ПриЗаписиДокумента',
      source: { items: [{ kind: 'object', object: 'Document.Отгрузка', form: 'Object' }] },
    });
    expect(objectOf(graph, 'ScheduledJob.ЗакрытиеДня').job).toEqual({
      handler: 'CommonModule.ОтгрузкаСервер.ЗакрытьДень',
      predefined: true,
      use: true,
    });
    expect(objectOf(graph, 'HTTPService.Товары').httpService).toMatchObject({
      rootUrl: 'goods',
      templates: [
        {
          template: '/list',
          methods: [
            { name: 'Получить', httpMethod: 'GET', handler: 'СписокПолучить' },
            { name: 'Записать', httpMethod: 'POST', handler: 'СписокЗаписать' },
          ],
        },
      ],
    });
    expect(objectOf(graph, 'WebService.Обмен').webService).toMatchObject({
      namespace: 'http://example.org/exchange',
      operations: [{ name: 'Получить', procedure: 'ПолучитьДанные', parameters: ['Код', 'Дата'] }],
    });
    const role = objectOf(graph, 'Role.Кладовщик').role;
    expect(role?.objects[0]).toEqual({
      object: 'Document.Отгрузка',
      rights: [
        {
          name: 'Read',
          allowed: true,
          restrictions: [{ fields: [], condition: 'ГДЕ Склад = &МойСклад' }],
        },
        {
          name: 'Update',
          allowed: true,
          restrictions: [{ fields: [], condition: 'ГДЕ Склад = &МойСклад' }],
        },
        { name: 'Delete', allowed: false, restrictions: [] },
      ],
    });
    expect(objectOf(graph, 'Role.ПолныеПрава').role?.setForNewObjects).toBe(true);
    expect(objectOf(graph, 'CommonModule.ОтгрузкаСервер').commonModule).toEqual({
      server: true,
      serverCall: false,
      clientManagedApplication: false,
      clientOrdinaryApplication: true,
      externalConnection: true,
      global: false,
      privileged: false,
      reuse: 'DontUse',
    });
    expect(objectOf(graph, 'Enum.ВидыКонтактов').enumValues.map((one) => one.name)).toEqual([
      'Телефон',
      'Почта',
    ]);
    expect(objectOf(graph, 'Language.Русский').properties['languageCode']).toBe('ru');
    expect(objectOf(graph, 'Подсистема.Склад.Подсистема.Отгрузка').fullName.en).toBe(
      'Subsystem.Склад.Subsystem.Отгрузка',
    );
  });

  test('common attributes and registrators complete other objects', () => {
    const shipment = objectOf(graph, 'Document.Отгрузка');
    expect(shipment.fields.at(-1)).toMatchObject({
      name: 'Организация',
      common: 'CommonAttribute.Организация',
    });
    expect(objectOf(graph, 'Catalog.Товары').fields.some((field) => field.name === 'Организация')).toBe(
      false,
    );
    const stock = objectOf(graph, 'РегистрНакопления.ОстаткиТоваров');
    const recorder = stock.fields.find((field) => field.name === 'Recorder');
    expect(recorder && typeText(recorder.type).ru).toBe('ДокументСсылка.Отгрузка');
  });

  test('ties of every kind are there', () => {
    const ties = graph.edges.map((edge) => `${edge.kind} ${edge.from} > ${edge.to}`);
    expect(ties).toEqual(
      expect.arrayContaining([
        'type Document.Отгрузка > Catalog.Партнеры',
        'type Catalog.Товары > DefinedType.Контакт',
        'owner Catalog.Договоры > Catalog.Партнеры',
        'registrator Document.Отгрузка > AccumulationRegister.ОстаткиТоваров',
        'handler EventSubscription.ЗаписьОтгрузки > CommonModule.ОтгрузкаСервер',
        'source EventSubscription.ЗаписьОтгрузки > Document.Отгрузка',
        'form Catalog.Партнеры.Form.ФормаЭлемента > Catalog.Партнеры.Attribute.ИНН',
        'form Catalog.Партнеры.Form.ФормаЭлемента > Catalog.Договоры.Attribute.Номер',
        'form Catalog.Партнеры.Form.ФормаСписка > Catalog.Партнеры.Attribute.ИНН',
        'uses Catalog.Партнеры.Form.ФормаСписка > Document.Отгрузка',
        'subsystem Subsystem.Склад > Catalog.Товары',
        'role Role.Кладовщик > Catalog.Партнеры.Attribute.ИНН',
        'reference ExchangePlan.Филиалы > Catalog.Товары',
        'reference DocumentJournal.Складские > Document.Отгрузка.Attribute.Склад',
      ]),
    );
  });
});

/** The graph without what may differ between the layouts: places in files and properties left out as default. */
function meaning(graph: MetadataGraph): unknown {
  const drop = new Set(['file', 'line', 'layout', 'root', 'properties', 'modules', 'path', 'faults']);
  return JSON.parse(JSON.stringify(graph, (key, value: unknown) => (drop.has(key) ? undefined : value)));
}

test('both layouts mean the same', () => {
  const [designer, edt] = layouts.map(([, write]) => graphOf(treeFromFiles(write(trade))));
  expect(edt && meaning(edt)).toEqual(designer && meaning(designer));
});

test('uses in code become ties of the owner of the module', () => {
  const files = treeFromFiles(designerFiles(trade));
  const result = readMetadata(files, {
    uses: [
      {
        from: 'Documents/Отгрузка/Ext/ObjectModule.bsl',
        names: [
          ['Справочники', 'Товары'],
          ['РегистрНакопления', 'ОстаткиТоваров', 'Остатки'],
          ['ОтгрузкаСервер', 'ЗакрытьДень'],
          ['нечто', 'иное'],
        ],
      },
    ],
  });
  const uses = result.ok ? result.graph.edges.filter((edge) => edge.via.endsWith('ObjectModule.bsl')) : [];
  expect(uses.map((edge) => [edge.from, edge.to])).toEqual([
    ['Document.Отгрузка', 'Catalog.Товары'],
    ['Document.Отгрузка', 'AccumulationRegister.ОстаткиТоваров.Остатки'],
    ['Document.Отгрузка', 'CommonModule.ОтгрузкаСервер'],
  ]);
});

describe('extensions', () => {
  const graph = graphFrom(trade, tradeExtension);

  test('own objects and parts are added, with where they come from', () => {
    expect(graph.extensions.map((one) => [one.name, one.extensionPurpose, one.namePrefix])).toEqual([
      ['Доработки', 'Customization', 'Доп_'],
    ]);
    expect(objectOf(graph, 'Catalog.Доп_Регионы').extension).toBe('Доработки');
    const partners = objectOf(graph, 'Catalog.Партнеры');
    expect(partners.extension).toBeUndefined();
    expect(partners.fields.find((field) => field.name === 'Доп_Регион')?.extension).toBe('Доработки');
    expect(partners.forms[0]?.items.map((item) => item.name)).toContain('Доп_Регион');
    expect(objectOf(graph, 'Enum.ВидыКонтактов').enumValues.map((one) => one.name)).toContain(
      'Доп_Мессенджер',
    );
  });

  test('what does not fit is named', () => {
    expect(graph.conflicts.map((one) => [one.code, one.name])).toEqual([
      ['type_differs', 'Catalog.Партнеры.Attribute.КредитныйЛимит'],
      ['no_base_field', 'Catalog.Партнеры.Attribute.Отсутствует'],
      ['name_taken', 'Catalog.Товары'],
      ['no_base_object', 'Document.Возврат'],
    ]);
    expect(graph.conflicts[0]?.message.ru).toContain('Доработки');
  });

  test('an extension beside the configuration in one tree keeps its files to itself', () => {
    const files = new Map([...designerFiles(trade, 'cf/'), ...edtFiles(tradeExtension, 'cfe/src/')]);
    const together = graphOf(treeFromFiles(files));
    expect(together.conflicts.length).toBe(graph.conflicts.length);
    const own = objectOf(together, 'Catalog.Доп_Регионы');
    expect(own.file).toBe('cfe/src/Catalogs/Доп_Регионы/Доп_Регионы.mdo');
    const nested = graphOf(
      treeFromFiles(new Map([...designerFiles(trade), ...designerFiles(tradeExtension, 'ext/')])),
    );
    const modules = objectOf(nested, 'Catalog.Партнеры').modules.map((module) => module.path);
    expect(modules.filter((path) => path.startsWith('ext/')).length).toBe(2);
    expect(new Set(modules).size).toBe(modules.length);
  });

  test('an extension alone is read as it is', () => {
    const alone = graphFrom(tradeExtension);
    expect(alone.configuration.extensionPurpose).toBe('Customization');
    expect(alone.conflicts).toEqual([]);
    expect(alone.objects.length).toBe(6);
  });
});

test('a zip of an export is read like the folder', () => {
  const encoder = new TextEncoder();
  const zip = zipSync(
    Object.fromEntries(
      [...designerFiles(trade, 'выгрузка/')].map(([path, text]) => [path, encoder.encode(text)]),
    ),
  );
  const result = treeFromZip(zip);
  if (!result.ok) throw new Error(result.refusal.code);
  const graph = graphOf(result.tree);
  expect(graph.faults).toEqual([]);
  expect(graph.objects.length).toBe(26);
});

describe('command interfaces', () => {
  const opening = 'Catalog.Товары.StandardCommand.OpenList';

  test('of the Designer', () => {
    const files = designerFiles(trade);
    const visibility = '<xr:Common>false</xr:Common>';
    const sections =
      `<CommandsVisibility><Command name="${opening}"><Visibility>${visibility}</Visibility></Command></CommandsVisibility>` +
      `<CommandsPlacement><Command name="${opening}"><CommandGroup>NavigationPanelImportant</CommandGroup></Command></CommandsPlacement>` +
      '<SubsystemsOrder><Subsystem>Subsystem.Склад</Subsystem></SubsystemsOrder>';
    const text = `<CommandInterface xmlns="http://v8.1c.ru/8.3/xcf/extrnprops" xmlns:xr="http://v8.1c.ru/8.3/xcf/readable">${sections}</CommandInterface>`;
    files.set('Ext/CommandInterface.xml', text);
    files.set('Subsystems/Склад/Ext/CommandInterface.xml', text);
    const graph = graphOf(treeFromFiles(files));
    const expected = [{ command: opening, visible: false, group: 'NavigationPanelImportant' }];
    expect(graph.configuration.commandInterface).toEqual(expected);
    expect(objectOf(graph, 'Subsystem.Склад').commandInterface).toEqual(expected);
  });

  test('of EDT', () => {
    const files = edtFiles(trade);
    files.set(
      'src/Configuration/CommandInterface.cmi',
      `<cmi:CommandInterface xmlns:cmi="http://g5.1c.ru/v8/dt/cmi"><commandsVisibility><command>${opening}</command><visibility><common>true</common></visibility></commandsVisibility></cmi:CommandInterface>`,
    );
    expect(graphOf(treeFromFiles(files)).configuration.commandInterface).toEqual([
      { command: opening, visible: true },
    ]);
  });
});

test('modules without a source are marked', () => {
  const designer = designerFiles(trade);
  designer.set('Catalogs/Товары/Ext/ObjectModule.bin', 'x');
  const inDesigner = objectOf(graphOf(treeFromFiles(designer)), 'Catalog.Товары');
  expect(inDesigner.modules).toMatchObject([{ type: 'ObjectModule', isProtected: true }]);
  const edt = new Map<string, string | Uint8Array>(edtFiles(trade));
  edt.set('src/Catalogs/Товары/ObjectModule.bsl', new Uint8Array([0xff, 0xff, 0xff, 0x7f, 1, 2]));
  expect(objectOf(graphOf(treeFromFiles(edt)), 'Catalog.Товары').modules).toMatchObject([
    { isProtected: true },
  ]);
});

test('a large configuration is read whole', () => {
  const graph = graphOf(treeFromFiles(designerFiles(largeConfiguration(400))));
  expect(graph.objects.length).toBe(401);
  expect(graph.faults).toEqual([]);
  expect(graph.edges.filter((edge) => edge.kind === 'registrator').length).toBe(100);
});
