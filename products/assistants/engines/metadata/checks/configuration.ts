import { type Check, type Hit, objectHit } from './check-types.ts';

const newObjectRights: Check = {
  key: 'SetPermissionsForNewObjects',
  type: 'vulnerability',
  severity: 'critical',
  run: ({ graph, fullAccessRoles }) =>
    graph.objects
      .filter((object) => object.role?.setForNewObjects === true && !fullAccessRoles.has(object.name))
      .map((object) =>
        objectHit(object, {
          ru: `Роль «${object.name}» получает права на все новые объекты`,
          en: `Role "${object.name}" is given rights for every new object`,
        }),
      ),
};

const dataPaths: Check = {
  key: 'WrongDataPathForFormElements',
  type: 'error',
  severity: 'critical',
  run: ({ graph }) =>
    graph.objects.flatMap((object) =>
      object.forms.flatMap((form) => {
        const common = object.kind === 'CommonForm';
        const ru = common ? object.fullName.ru : `${object.fullName.ru}.Форма.${form.name}`;
        const en = common ? object.fullName.en : `${object.fullName.en}.Form.${form.name}`;
        const module = object.modules.find((one) => one.owner === en);
        return form.items
          .filter((item) => item.dataPath.startsWith('~'))
          .map(
            (item): Hit => ({
              object,
              part: en,
              file: form.file,
              line: item.line,
              message: {
                ru: `Поле «${item.name}» формы ${ru} ссылается на данные, которых нет`,
                en: `Field "${item.name}" of form ${en} points at data that is not there`,
              },
              ...(module !== undefined && { module: module.path }),
            }),
          );
      }),
    ),
};

const protectedModules: Check = {
  key: 'ProtectedModule',
  type: 'smell',
  severity: 'major',
  run: ({ graph }) =>
    graph.objects
      .filter((object) => object.modules.some((module) => module.isProtected))
      .map((object) =>
        objectHit(object, {
          ru: `Модуль закрыт паролем, исходного текста нет: ${object.fullName.ru}`,
          en: `A module is protected with a password, there is no source: ${object.fullName.en}`,
        }),
      ),
};

const ordinaryApplication: Check = {
  key: 'OrdinaryAppSupport',
  type: 'smell',
  severity: 'major',
  run: ({ graph: { configuration }, ordinaryAppSupport }) => {
    if (!ordinaryAppSupport || configuration.extensionPurpose !== undefined) return [];
    const flag = (name: string) => configuration.properties[name] === 'true';
    const hit = (ru: string, en: string): Hit => ({
      object: undefined,
      file: configuration.file,
      line: 0,
      message: { ru, en },
    });
    return [
      ...(flag('useManagedFormInOrdinaryApplication')
        ? []
        : [
            hit(
              'Управляемые формы в обычном приложении не включены',
              'Managed forms are not enabled in the ordinary application',
            ),
          ]),
      ...(flag('useOrdinaryFormInManagedApplication')
        ? [
            hit(
              'Обычные формы в управляемом приложении включены, а не должны',
              'Ordinary forms are enabled in the managed application and should not be',
            ),
          ]
        : []),
    ];
  },
};

export const configurationChecks: readonly Check[] = [
  ordinaryApplication,
  protectedModules,
  newObjectRights,
  dataPaths,
];
