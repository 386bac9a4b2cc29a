import type { ConfigurationInfo, Conflict } from '../model/graph-types.ts';
import type { LocalText } from '../model/kinds.ts';

type Text = (name: LocalText, extension: string) => LocalText;

const texts: Readonly<Record<Conflict['code'], Text>> = {
  no_base_object: (name, extension) => ({
    ru: `Расширение «${extension}» заимствует объект ${name.ru}, которого нет в конфигурации`,
    en: `Extension "${extension}" adopts ${name.en}, which the configuration does not have`,
  }),
  no_base_field: (name, extension) => ({
    ru: `Расширение «${extension}» заимствует ${name.ru}, но в конфигурации такой части объекта нет`,
    en: `Extension "${extension}" adopts ${name.en}, but the configuration's object has no such part`,
  }),
  name_taken: (name, extension) => ({
    ru: `Расширение «${extension}» добавляет объект ${name.ru}, имя которого уже занято`,
    en: `Extension "${extension}" adds ${name.en}, whose name is already taken`,
  }),
  field_taken: (name, extension) => ({
    ru: `Расширение «${extension}» добавляет ${name.ru}, но такое имя у объекта уже есть`,
    en: `Extension "${extension}" adds ${name.en}, but the object already has this name`,
  }),
  type_differs: (name, extension) => ({
    ru: `Расширение «${extension}» ожидает другой тип у ${name.ru}`,
    en: `Extension "${extension}" expects another type of ${name.en}`,
  }),
};

export function conflict(
  code: Conflict['code'],
  extension: ConfigurationInfo,
  name: LocalText,
  file: string,
  line: number,
): Conflict {
  const message = texts[code](name, extension.name);
  return { code, extension: extension.name, name: name.en, file, line, message };
}
