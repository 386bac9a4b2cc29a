import { describe, expect, test } from 'vitest';
import { configuration, graphFrom, graphOf, layouts } from '../fixtures/graphs.fixture.ts';
import type { ConfigurationSpec, FormSpec, ObjectSpec } from '../fixtures/spec.fixture.ts';
import { trade } from '../fixtures/trade.fixture.ts';
import { treeFromFiles } from '../tree/file-tree.ts';
import type { CheckKey, CheckOptions, ModuleMethod } from './check-types.ts';
import { checkMetadata, metadataChecks } from './run-checks.ts';

const found = (spec: ConfigurationSpec, only: CheckKey, options: CheckOptions = {}) =>
  checkMetadata(graphFrom(spec), { only: [only], ...options });
const objects = (spec: ConfigurationSpec, only: CheckKey, options?: CheckOptions) =>
  found(spec, only, options).map((one) => one.object);

const module = (name: string, ...flags: string[]): ObjectSpec => ({
  kind: 'CommonModule',
  name,
  properties: Object.fromEntries(
    flags.map((flag) => flag.split('=')).map(([flag = '', value = 'true']) => [flag, value]),
  ),
  modules: { Module: '' },
});
const server = ['server', 'externalConnection', 'clientOrdinaryApplication'];
const client = ['clientManagedApplication', 'clientOrdinaryApplication'];
const both = ['server', 'externalConnection', ...client];

test('each check has the key and the weight of the reference', () => {
  expect(metadataChecks.length).toBe(21);
  const severity = (key: CheckKey) => metadataChecks.find((check) => check.key === key)?.severity;
  expect(severity('ForbiddenMetadataName')).toBe('blocker');
  expect(severity('CommonModuleNameWords')).toBe('info');
  expect(metadataChecks.filter((check) => !check.on).map((check) => check.key)).toEqual([
    'DenyIncompleteValues',
  ]);
});

test.each(layouts)('a clean configuration has no findings (%s)', (_, write) => {
  expect(checkMetadata(graphOf(treeFromFiles(write(trade))))).toEqual([]);
});

describe('common modules', () => {
  test.each<readonly [CheckKey, ObjectSpec, boolean]>([
    ['CommonModuleNameCached', module('Курсы', 'returnValuesReuse=DuringSession', ...server), true],
    ['CommonModuleNameCached', module('КурсыПовтИсп', 'returnValuesReuse=DuringRequest', ...server), false],
    ['CommonModuleNameCached', module('Курсы', ...server), false],
    ['CommonModuleNameClient', module('Курсы', ...client), true],
    ['CommonModuleNameClient', module('КурсыКлиент', ...client), false],
    ['CommonModuleNameClient', module('КурсыГлобальный', 'global', ...client), false],
    ['CommonModuleNameClientServer', module('КурсыКлиент', ...both), true],
    ['CommonModuleNameClientServer', module('RatesClientServer', ...both), false],
    ['CommonModuleNameFullAccess', module('Курсы', 'privileged', ...server), true],
    ['CommonModuleNameFullAccess', module('КурсыПолныеПрава', 'privileged', ...server), false],
    ['CommonModuleNameGlobal', module('Курсы', 'global', ...client), true],
    ['CommonModuleNameGlobal', module('КурсыГлобальный', 'global', ...client), false],
    ['CommonModuleNameGlobalClient', module('КурсыКлиентГлобальный', 'global', ...client), true],
    ['CommonModuleNameGlobalClient', module('КлиентскийГлобальный', 'global', ...client), false],
    ['CommonModuleNameGlobalClient', module('КурсыКлиент', ...client), false],
    ['CommonModuleNameServerCall', module('Курсы', 'server', 'serverCall'), true],
    ['CommonModuleNameServerCall', module('КурсыВызовСервера', 'server', 'serverCall'), false],
    ['CommonModuleNameWords', module('ПроцедурыКурсов', ...server), true],
    ['CommonModuleNameWords', module('Курсы', ...server), false],
    ['CommonModuleInvalidType', module('Курсы', 'server', 'clientManagedApplication'), true],
    ['CommonModuleInvalidType', module('Курсы'), true],
    ['CommonModuleInvalidType', module('Курсы', ...server), false],
    ['CommonModuleInvalidType', module('Курсы', 'server', 'serverCall'), false],
    ['CommonModuleInvalidType', module('Курсы', ...client), false],
    ['CommonModuleInvalidType', module('Курсы', ...both), false],
  ])('%s: %o → %s', (key, spec, finding) => {
    expect(objects(configuration(spec), key)).toEqual(finding ? [`CommonModule.${spec.name}`] : []);
  });

  test('without the ordinary application its flag is not asked for', () => {
    const spec = configuration(module('Курсы', 'server', 'externalConnection'));
    expect(objects(spec, 'CommonModuleInvalidType')).toEqual(['CommonModule.Курсы']);
    expect(objects(spec, 'CommonModuleInvalidType', { ordinaryAppSupport: false })).toEqual([]);
  });

  test('a finding is shown at the module and placed in the description', () => {
    const [one] = found(configuration(module('Курсы', 'global', ...client)), 'CommonModuleNameGlobal');
    expect(one).toMatchObject({
      file: 'CommonModules/Курсы.xml',
      module: 'CommonModules/Курсы/Ext/Module.bsl',
      severity: 'major',
      type: 'smell',
    });
    expect(one?.line).toBeGreaterThan(0);
    expect(one?.message.ru).toContain('«Курсы»');
  });
});

describe('names', () => {
  test('a finding is shown at the manager, the only module, the form or the session', () => {
    const long = 'Д'.repeat(81);
    const catalog = (more: Partial<ObjectSpec>): ConfigurationSpec => ({
      ...configuration({ kind: 'Catalog', name: 'Документы', ...more }),
      modules: { SessionModule: '' },
    });
    const places = (spec: ConfigurationSpec, key: CheckKey) => found(spec, key).map((one) => one.module);
    const form: FormSpec = { name: long, fields: [], module: '' };
    const key = 'ForbiddenMetadataName';
    expect(places(catalog({ modules: { ObjectModule: '', ManagerModule: '' } }), key)).toEqual([
      'Catalogs/Документы/Ext/ManagerModule.bsl',
    ]);
    expect(places(catalog({ modules: { ObjectModule: '' } }), key)).toEqual([
      'Catalogs/Документы/Ext/ObjectModule.bsl',
    ]);
    expect(places(catalog({ forms: [form] }), key)).toEqual(['Ext/SessionModule.bsl']);
    expect(
      places(catalog({ forms: [form], modules: { ObjectModule: '' } }), 'MetadataObjectNameLength'),
    ).toEqual([`Catalogs/Документы/Forms/${long}/Ext/Form/Module.bsl`]);
  });

  test('kinds of objects are no names for objects, attributes and sections', () => {
    const spec = configuration(
      {
        kind: 'Catalog',
        name: 'Документы',
        fields: [
          { name: 'константа', type: 'Boolean' },
          { name: 'Прочее', type: 'Boolean' },
        ],
      },
      {
        kind: 'Document',
        name: 'Заказ',
        sections: [{ name: 'Tasks', fields: [{ name: 'Enum', type: 'Boolean' }] }],
      },
      { kind: 'Task', name: 'Поручение' },
      { kind: 'DataProcessor', name: 'Справочники' },
    );
    expect(objects(spec, 'ForbiddenMetadataName')).toEqual([
      'Catalog.Документы',
      'Catalog.Документы.Attribute.константа',
      'Document.Заказ.TabularSection.Tasks',
      'Document.Заказ.TabularSection.Tasks.Attribute.Enum',
    ]);
  });

  test('a name longer than allowed', () => {
    const long = 'Д'.repeat(81);
    const spec = configuration(
      { kind: 'Report', name: long, forms: [{ name: long, fields: [] }] },
      { kind: 'Report', name: 'Д'.repeat(80) },
    );
    expect(objects(spec, 'MetadataObjectNameLength')).toEqual([
      `Report.${long}`,
      `Report.${long}.Form.${long}`,
    ]);
    expect(objects(spec, 'MetadataObjectNameLength', { maxMetadataObjectNameLength: 81 })).toEqual([]);
  });

  test('an attribute named as its owner', () => {
    const spec = configuration({
      kind: 'Document',
      name: 'Заказ',
      fields: [{ name: 'заказ', type: 'Boolean' }],
      sections: [
        {
          name: 'Товары',
          fields: [
            { name: 'Товары', type: 'Boolean' },
            { name: 'Заказ', type: 'Boolean' },
          ],
        },
      ],
    });
    expect(objects(spec, 'SameMetadataObjectAndChildNames')).toEqual([
      'Document.Заказ.Attribute.заказ',
      'Document.Заказ.TabularSection.Товары.Attribute.Товары',
    ]);
  });

  test('dimensions that allow empty values', () => {
    expect(objects(trade, 'DenyIncompleteValues')).toEqual([
      'AccumulationRegister.ОстаткиТоваров.Dimension.Товар',
      'AccountingRegister.Проводки.Dimension.Организация',
    ]);
  });
});

describe('handlers', () => {
  const method = (name: string, more: Partial<ModuleMethod> = {}): ModuleMethod => ({
    name,
    isExport: true,
    paramsCount: 0,
    isEmpty: false,
    ...more,
  });
  const subscription = (handler: string): ObjectSpec => ({
    kind: 'EventSubscription',
    name: 'Подписка',
    properties: { event: 'OnWrite', handler },
  });
  const job = (handler: string, name = 'Задание'): ObjectSpec => ({
    kind: 'ScheduledJob',
    name,
    properties: { methodName: handler, predefined: 'true' },
  });
  const messages = (spec: ConfigurationSpec, key: CheckKey, methods?: readonly ModuleMethod[]) =>
    found(spec, key, { methods: () => methods }).map((one) => one.message.en);
  const withModule = (...specs: ObjectSpec[]) =>
    configuration(module('Обмен', ...server), module('ОбменКлиент', ...client), ...specs);

  test.each<readonly [string, readonly ModuleMethod[] | undefined, readonly RegExp[]]>([
    ['', undefined, [/no handler/u]],
    ['CommonModule.Обмен', undefined, [/not a method/u]],
    ['CommonModule.Нет.Метод', undefined, [/no common module "Нет"/u]],
    ['CommonModule.ОбменКлиент.Метод', undefined, [/does not run on the server/u]],
    ['CommonModule.Обмен.Метод', [method('Другой')], [/no procedure "Метод"/u]],
    ['CommonModule.Обмен.Метод', [method('метод', { isExport: false })], [/not exported/u]],
    ['CommonModule.Обмен.Метод', [method('Метод')], []],
    ['CommonModule.Обмен.Метод', undefined, []],
  ])('a subscription with %s', (handler, methods, expected) => {
    const texts = messages(withModule(subscription(handler)), 'MissingEventSubscriptionHandler', methods);
    expect(texts.length).toBe(expected.length);
    for (const [index, pattern] of expected.entries()) expect(texts[index]).toMatch(pattern);
  });

  test.each<readonly [string, readonly ModuleMethod[] | undefined, readonly RegExp[]]>([
    ['', undefined, [/no handler/u]],
    ['CommonModule.Нет.Метод', undefined, [/no common module/u]],
    ['CommonModule.ОбменКлиент.Метод', undefined, [/not for the server/u]],
    ['CommonModule.Обмен.Метод', [], [/no method/u]],
    [
      'CommonModule.Обмен.Метод',
      [method('Метод', { isExport: false, paramsCount: 1, isEmpty: true })],
      [/not exported/u, /has parameters/u, /is empty/u],
    ],
    ['CommonModule.Обмен.Метод', [method('Метод')], []],
  ])('a job with %s', (handler, methods, expected) => {
    const texts = messages(withModule(job(handler)), 'ScheduledJobHandler', methods);
    expect(texts.length).toBe(expected.length);
    for (const [index, pattern] of expected.entries()) expect(texts[index]).toMatch(pattern);
  });

  test('one method for two jobs', () => {
    const spec = withModule(job('CommonModule.Обмен.Метод', 'Б'), job('CommonModule.Обмен.Метод', 'А'));
    expect(messages(spec, 'ScheduledJobHandler')).toEqual([
      'Method "Обмен.Метод" handles several scheduled jobs: А, Б',
    ]);
  });

  test('services', () => {
    const http: ObjectSpec = {
      kind: 'HTTPService',
      name: 'Апи',
      modules: { Module: '' },
      urlTemplates: [
        {
          name: 'Т',
          template: '/',
          methods: [
            ['А', 'GET', 'Есть'],
            ['Б', 'GET', ''],
            ['В', 'GET', 'Нет'],
            ['Г', 'GET', 'Два'],
          ],
        },
      ],
    };
    const methods = [method('есть', { paramsCount: 1 }), method('Два', { paramsCount: 2 })];
    expect(messages(configuration(http), 'WrongHttpServiceHandler', methods)).toEqual([
      'HTTP service "Апи", method Т.Б: no handler is given',
      'HTTP service "Апи", method Т.В: there is no handler "Нет"',
      'HTTP service "Апи", method Т.Г: handler "Два" must have exactly one parameter',
    ]);
    const web: ObjectSpec = {
      kind: 'WebService',
      name: 'Обмен',
      modules: { Module: '' },
      operations: [
        ['А', 'Есть'],
        ['Б', ''],
        ['В', 'Нет'],
      ],
    };
    expect(
      found(configuration(web), 'WrongWebServiceHandler', { methods: () => methods }).map(
        (one) => one.object,
      ),
    ).toEqual(['WebService.Обмен.Operation.Б', 'WebService.Обмен.Operation.В']);
  });
});

describe('configuration', () => {
  test('new objects only for the role of full access', () => {
    const spec = configuration(
      { kind: 'Role', name: 'Менеджер', setForNewObjects: true, rights: [] },
      { kind: 'Role', name: 'ПолныеПрава', setForNewObjects: true, rights: [] },
    );
    expect(objects(spec, 'SetPermissionsForNewObjects')).toEqual(['Role.Менеджер']);
    expect(objects(spec, 'SetPermissionsForNewObjects', { namesFullAccessRole: 'Менеджер' })).toEqual([
      'Role.ПолныеПрава',
    ]);
  });

  test('fields whose data is not there', () => {
    const form: FormSpec = {
      name: 'Форма',
      main: ['Объект', 'CatalogObject.А'],
      fields: [
        ['Поле', '~Объект.Нет'],
        ['Код', 'Объект.Code'],
      ],
      module: '',
    };
    const [one, ...rest] = found(
      configuration({ kind: 'Catalog', name: 'А', forms: [form] }),
      'WrongDataPathForFormElements',
    );
    expect(rest).toEqual([]);
    expect(one).toMatchObject({
      object: 'Catalog.А.Form.Форма',
      file: 'Catalogs/А/Forms/Форма/Ext/Form.xml',
      module: 'Catalogs/А/Forms/Форма/Ext/Form/Module.bsl',
    });
    expect(one?.message.ru).toContain('«Поле»');
  });

  test('modules without a source', () => {
    const spec = configuration({ kind: 'Catalog', name: 'А' });
    const graph = graphFrom(spec);
    const [catalog] = graph.objects.filter((object) => object.name === 'А');
    const module = {
      type: 'ObjectModule' as const,
      path: 'Catalogs/А/Ext/ObjectModule.bin',
      isProtected: true,
      owner: 'Catalog.А',
    };
    const closed = { ...graph, objects: catalog === undefined ? [] : [{ ...catalog, modules: [module] }] };
    expect(checkMetadata(closed).map((one) => [one.key, one.object])).toEqual([
      ['ProtectedModule', 'Catalog.А'],
    ]);
  });

  test('settings of the ordinary application', () => {
    const spec: ConfigurationSpec = {
      name: 'А',
      properties: {
        useManagedFormInOrdinaryApplication: 'false',
        useOrdinaryFormInManagedApplication: 'true',
      },
      objects: [],
    };
    expect(objects(spec, 'OrdinaryAppSupport')).toEqual(['Configuration', 'Configuration']);
    expect(objects(spec, 'OrdinaryAppSupport', { ordinaryAppSupport: false })).toEqual([]);
    expect(objects({ ...spec, extension: { purpose: 'AddOn', prefix: '' } }, 'OrdinaryAppSupport')).toEqual(
      [],
    );
  });
});
