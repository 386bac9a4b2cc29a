import type { ParameterValue, RuleType, Severity } from '../../rule.ts';
import type { Text } from '../../text.ts';

type Row = readonly [
  key: string,
  type: RuleType,
  severity: Severity,
  minutes: number,
  standards: readonly number[],
  title: Text,
];

/** Parameters of these rules; what a configuration file gives is heeded where the findings are made. */
export const configurationDefaults: Readonly<Record<string, Readonly<Record<string, ParameterValue>>>> = {
  CommonModuleNameWords: {
    words:
      'процедуры|procedures|функции|functions|обработчики|handlers|модуль|module|функциональность|functionality',
  },
  MetadataObjectNameLength: { maxMetadataObjectNameLength: 80 },
  SetPermissionsForNewObjects: { namesFullAccessRole: 'FullAccess,ПолныеПрава' },
};

/** Rules about objects of the configuration; each finding is shown at a module of the object. */
export const configurationRows: readonly Row[] = [
  [
    'CommonModuleInvalidType',
    'error',
    'major',
    5,
    [469],
    { ru: 'У общего модуля несовместимые признаки', en: 'The flags of a common module do not go together' },
  ],
  [
    'CommonModuleNameCached',
    'smell',
    'major',
    5,
    [469],
    {
      ru: 'Имя модуля с повторным использованием кончается на «ПовтИсп»',
      en: 'A module that keeps its answers ends with "Cached"',
    },
  ],
  [
    'CommonModuleNameClient',
    'smell',
    'minor',
    5,
    [469],
    { ru: 'Имя клиентского модуля кончается на «Клиент»', en: 'A client module ends with "Client"' },
  ],
  [
    'CommonModuleNameClientServer',
    'smell',
    'major',
    5,
    [469],
    {
      ru: 'Имя модуля клиента и сервера кончается на «КлиентСервер»',
      en: 'A module of client and server ends with "ClientServer"',
    },
  ],
  [
    'CommonModuleNameFullAccess',
    'hotspot',
    'major',
    5,
    [469],
    {
      ru: 'Имя привилегированного модуля кончается на «ПолныеПрава»',
      en: 'A privileged module ends with "FullAccess"',
    },
  ],
  [
    'CommonModuleNameGlobal',
    'smell',
    'major',
    5,
    [469],
    { ru: 'В имени глобального модуля есть «Глобальный»', en: 'A global module has "Global" in its name' },
  ],
  [
    'CommonModuleNameGlobalClient',
    'smell',
    'major',
    5,
    [469],
    { ru: 'В имени глобального модуля лишнее «Клиент»', en: 'A global module needs no "Client" in its name' },
  ],
  [
    'CommonModuleNameServerCall',
    'smell',
    'minor',
    5,
    [469],
    {
      ru: 'Имя модуля с вызовом сервера кончается на «ВызовСервера»',
      en: 'A module called from the client ends with "ServerCall"',
    },
  ],
  [
    'CommonModuleNameWords',
    'smell',
    'info',
    5,
    [469],
    {
      ru: 'В имени общего модуля слово, которое ничего не говорит',
      en: 'The name of a common module has a word that says nothing',
    },
  ],
  [
    'DenyIncompleteValues',
    'smell',
    'major',
    1,
    [],
    {
      ru: 'Измерение регистра допускает незаполненные значения',
      en: 'A dimension of a register accepts empty values',
    },
  ],
  [
    'ForbiddenMetadataName',
    'error',
    'blocker',
    30,
    [474],
    { ru: 'Имя объекта занято языком запросов', en: 'The name of an object belongs to the query language' },
  ],
  [
    'MetadataObjectNameLength',
    'error',
    'major',
    10,
    [474],
    { ru: 'Имя объекта слишком длинное', en: 'The name of an object is too long' },
  ],
  [
    'MissingEventSubscriptionHandler',
    'error',
    'blocker',
    5,
    [],
    { ru: 'У подписки на событие нет обработчика', en: 'An event subscription has no handler' },
  ],
  [
    'OrdinaryAppSupport',
    'smell',
    'major',
    1,
    [467],
    { ru: 'Модуль недоступен в обычном приложении', en: 'A module is not there in the ordinary application' },
  ],
  [
    'ProtectedModule',
    'smell',
    'major',
    5,
    [],
    { ru: 'Модуль закрыт паролем', en: 'A module is protected with a password' },
  ],
  [
    'SameMetadataObjectAndChildNames',
    'error',
    'critical',
    30,
    [474],
    { ru: 'Объект и его часть названы одинаково', en: 'An object and a part of it have one name' },
  ],
  [
    'ScheduledJobHandler',
    'error',
    'critical',
    5,
    [],
    { ru: 'У регламентного задания негодный обработчик', en: 'A scheduled job has no fitting handler' },
  ],
  [
    'SetPermissionsForNewObjects',
    'vulnerability',
    'critical',
    1,
    [532],
    { ru: 'Роль получает права на новые объекты', en: 'A role gets rights to new objects' },
  ],
  [
    'WrongDataPathForFormElements',
    'error',
    'critical',
    5,
    [467],
    { ru: 'Элемент формы потерял путь к данным', en: 'A form element lost its data path' },
  ],
  [
    'WrongHttpServiceHandler',
    'error',
    'critical',
    10,
    [],
    {
      ru: 'У метода HTTP-сервиса негодный обработчик',
      en: 'A method of an HTTP service has no fitting handler',
    },
  ],
  [
    'WrongWebServiceHandler',
    'error',
    'critical',
    10,
    [],
    {
      ru: 'У операции веб-сервиса негодный обработчик',
      en: 'An operation of a web service has no fitting handler',
    },
  ],
];
