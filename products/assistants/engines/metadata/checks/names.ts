import type { Field, MetadataObject } from '../model/graph-types.ts';
import { kindNames, partName } from '../model/kinds.ts';
import { type Check, type Hit, objectHit } from './check-types.ts';
import { registerKinds, storedKinds, tableKinds } from './names.tables.ts';

const forbidden: ReadonlySet<string> = new Set(
  tableKinds.flatMap((kind) => {
    const names = kindNames(kind);
    return [names.kind, names.folder, names.ru, names.ruPlural].map((name) => name.toLowerCase());
  }),
);

interface Part {
  readonly name: string;
  readonly ru: string;
  readonly en: string;
  readonly line: number;
}

const own = (fields: readonly Field[]) =>
  fields.filter((field) => field.part !== 'StandardAttribute' && field.common === undefined);

function fieldParts(
  object: MetadataObject,
  fields: readonly Field[],
  middle = { ru: '', en: '' },
): readonly Part[] {
  return own(fields).map((field) => ({
    name: field.name,
    ru: `${object.fullName.ru}${middle.ru}.${partName(field.part).ru}.${field.name}`,
    en: `${object.fullName.en}${middle.en}.${field.part}.${field.name}`,
    line: field.line,
  }));
}

/** Fields, tabular sections and fields of these. */
function storedParts(object: MetadataObject): readonly Part[] {
  const sections = object.tabularSections.filter(
    (section) => section.line > 0 || own(section.fields).length > 0,
  );
  return [
    ...fieldParts(object, object.fields),
    ...sections.flatMap((section): readonly Part[] => {
      const middle = { ru: `.ТабличнаяЧасть.${section.name}`, en: `.TabularSection.${section.name}` };
      const whole = {
        name: section.name,
        ru: object.fullName.ru + middle.ru,
        en: object.fullName.en + middle.en,
        line: section.line,
      };
      return [whole, ...fieldParts(object, section.fields, middle)];
    }),
  ];
}

const partHit = (object: MetadataObject, part: Part, ru: string, en: string): Hit =>
  objectHit(object, { ru, en }, part.en, part.line);

const forbiddenName: Check = {
  key: 'ForbiddenMetadataName',
  type: 'error',
  severity: 'blocker',
  run: ({ graph }) =>
    graph.objects
      .filter((object) => tableKinds.includes(object.kind))
      .flatMap((object) => {
        const itself = { name: object.name, ...object.fullName, line: object.line };
        return [itself, ...storedParts(object)]
          .filter((part) => forbidden.has(part.name.toLowerCase()))
          .map((part) =>
            partHit(
              object,
              part,
              `Имя «${part.name}» совпадает с именем вида объектов: переименуйте ${part.ru}`,
              `"${part.name}" is the name of a kind of objects: rename ${part.en}`,
            ),
          );
      }),
};

const nameLength: Check = {
  key: 'MetadataObjectNameLength',
  type: 'error',
  severity: 'major',
  run: ({ graph, maxNameLength }) =>
    graph.objects.flatMap((object) => {
      const { ru, en } = object.fullName;
      const inner = (list: readonly { name: string; line: number }[], ruPart: string, enPart: string) =>
        list.map(({ name, line }) => ({
          name,
          line,
          ru: `${ru}.${ruPart}.${name}`,
          en: `${en}.${enPart}.${name}`,
        }));
      const forms = object.kind === 'CommonForm' ? [] : inner(object.forms, 'Форма', 'Form');
      const commands = inner(object.commands, 'Команда', 'Command');
      return [{ name: object.name, ru, en, line: object.line }, ...forms, ...commands]
        .filter((part) => part.name.length > maxNameLength)
        .map((part) =>
          partHit(
            object,
            part,
            `Имя ${part.ru} длиннее ${maxNameLength} символов`,
            `The name of ${part.en} is longer than ${maxNameLength} characters`,
          ),
        );
    }),
};

function sameNames(object: MetadataObject): readonly Hit[] {
  const alike = (name: string, parts: readonly Part[]) =>
    parts
      .filter((part) => part.name.toLowerCase() === name.toLowerCase())
      .map((part) =>
        partHit(
          object,
          part,
          `${part.ru} называется так же, как владелец «${name}»`,
          `${part.en} has the same name as its owner "${name}"`,
        ),
      );
  return [
    ...alike(object.name, fieldParts(object, object.fields)),
    ...object.tabularSections.flatMap((section) =>
      alike(
        section.name,
        fieldParts(object, section.fields, {
          ru: `.ТабличнаяЧасть.${section.name}`,
          en: `.TabularSection.${section.name}`,
        }),
      ),
    ),
  ];
}

const sameChildName: Check = {
  key: 'SameMetadataObjectAndChildNames',
  type: 'error',
  severity: 'critical',
  run: ({ graph }) => graph.objects.filter((object) => storedKinds.includes(object.kind)).flatMap(sameNames),
};

const incompleteValues: Check = {
  key: 'DenyIncompleteValues',
  type: 'smell',
  severity: 'major',
  off: true,
  run: ({ graph }) =>
    graph.objects
      .filter((object) => registerKinds.includes(object.kind))
      .flatMap((object) =>
        object.fields
          .filter(
            (field) => field.part === 'Dimension' && field.properties['denyIncompleteValues'] !== 'true',
          )
          .map((field) =>
            objectHit(
              object,
              {
                ru: `У измерения «${field.name}» (${object.fullName.ru}) не запрещены незаполненные значения`,
                en: `Dimension "${field.name}" of ${object.fullName.en} allows empty values`,
              },
              `${object.fullName.en}.Dimension.${field.name}`,
              field.line,
            ),
          ),
      ),
};

export const nameChecks: readonly Check[] = [forbiddenName, incompleteValues, nameLength, sameChildName];
