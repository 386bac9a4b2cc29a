import { strToU8, zipSync } from 'fflate';

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const spaces =
  'xmlns="http://v8.1c.ru/8.3/MDClasses" xmlns:cfg="http://v8.1c.ru/8.1/data/enterprise/current-config" ' +
  'xmlns:v8="http://v8.1c.ru/8.1/data/core" xmlns:xr="http://v8.1c.ru/8.3/xcf/readable" ' +
  'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" version="2.17"';

const named = (name: string, adopted = false, synonym = name): string =>
  `${adopted ? '<ObjectBelonging>Adopted</ObjectBelonging>' : ''}<Name>${name}</Name><Synonym><v8:item><v8:lang>ru</v8:lang>` +
  `<v8:content>${synonym}</v8:content></v8:item></Synonym>`;

const file = (inner: string): string => `${head}<MetaDataObject ${spaces}>${inner}</MetaDataObject>`;

const type = (name: string): string =>
  name.startsWith('String')
    ? `<Type><v8:Type>xs:string</v8:Type><v8:StringQualifiers><v8:Length>${name.slice(7, -1)}</v8:Length></v8:StringQualifiers></Type>`
    : `<Type><v8:Type>cfg:${name}</v8:Type></Type>`;

interface ObjectOfExport {
  readonly kind: 'Catalog' | 'Document' | 'CommonModule';
  readonly folder: string;
  readonly name: string;
  readonly synonym?: string;
  readonly adopted?: boolean;
  readonly properties?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  /** By file name without extension. */
  readonly modules?: Readonly<Record<string, string>>;
}

function objectFiles(spec: ObjectOfExport): readonly (readonly [string, string])[] {
  const attributes = Object.entries(spec.attributes ?? {}).map(
    ([name, typeName]) =>
      `<Attribute uuid="0"><Properties>${named(name)}${type(typeName)}</Properties></Attribute>`,
  );
  const inner =
    `<${spec.kind} uuid="0"><Properties>${named(spec.name, spec.adopted, spec.synonym)}${spec.properties ?? ''}</Properties>` +
    `<ChildObjects>${attributes.join('')}</ChildObjects></${spec.kind}>`;
  return [
    [`${spec.folder}/${spec.name}.xml`, file(inner)],
    ...Object.entries(spec.modules ?? {}).map(
      ([name, text]) => [`${spec.folder}/${spec.name}/Ext/${name}.bsl`, text] as const,
    ),
  ];
}

function exportOf(name: string, more: string, objects: readonly ObjectOfExport[]): Uint8Array {
  const children = objects.map(({ kind, name: child }) => `<${kind}>${child}</${kind}>`).join('');
  const configuration =
    `<Configuration uuid="0"><Properties>${named(name, more !== '')}${more}<ScriptVariant>Russian</ScriptVariant>` +
    `<Version>1.2.3</Version></Properties><ChildObjects>${children}</ChildObjects></Configuration>`;
  const files = [['Configuration.xml', file(configuration)] as const, ...objects.flatMap(objectFiles)];
  return zipSync(Object.fromEntries(files.map(([path, text]) => [path, strToU8(text)])));
}

/** A small configuration as the Designer exports it. */
export const tradeExport: Uint8Array = exportOf('Торговля', '', [
  {
    kind: 'CommonModule',
    folder: 'CommonModules',
    name: 'ОтгрузкаСервер',
    properties: '<Server>true</Server>',
    modules: {
      Module:
        'Процедура ПриЗаписиДокумента(Источник, Отказ) Экспорт\n\tОтказ = Ложь;\nКонецПроцедуры\n\n' +
        'Процедура ЗакрытьДень() Экспорт\n\tДень = 1;\nКонецПроцедуры\n',
    },
  },
  {
    kind: 'Catalog',
    folder: 'Catalogs',
    name: 'Партнеры',
    synonym: 'Партнёры и клиенты',
    attributes: { ИНН: 'String(12)', Город: 'String(50)' },
    modules: {
      ManagerModule:
        '// Ищет партнёра по ИНН.\n//\n// Возвращаемое значение:\n//  СправочникСсылка.Партнеры\nФункция НайтиПоИНН(ИНН) Экспорт\n' +
        '\tВозврат Справочники.Партнеры.НайтиПоРеквизиту("ИНН", ИНН);\nКонецФункции\n',
    },
  },
  {
    kind: 'Document',
    folder: 'Documents',
    name: 'Отгрузка',
    attributes: { Партнер: 'CatalogRef.Партнеры', Склад: 'String(50)' },
  },
]);

/** An extension of it. */
export const extensionExport: Uint8Array = exportOf(
  'Доработки',
  '<ConfigurationExtensionPurpose>Customization</ConfigurationExtensionPurpose><NamePrefix>Доп_</NamePrefix>',
  [
    {
      kind: 'Catalog',
      folder: 'Catalogs',
      name: 'Партнеры',
      adopted: true,
      attributes: { Доп_Регион: 'String(30)' },
    },
  ],
);
