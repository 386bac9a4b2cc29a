import { useCallback } from 'react';
import { useText } from '#platform/web';
import { known, propertyTitle } from './names.rules.ts';
import { projectsTexts } from './texts.ts';
import { useLocalName } from './use-local-name.ts';

const properties = [
  'version',
  'extensions',
  'vendor',
  'compatibilityMode',
  'defaultLanguage',
  'synonym',
  'comment',
  'Item',
  'codeLength',
  'codeType',
  'descriptionLength',
  'numberLength',
  'numberType',
  'hierarchical',
  'hierarchyType',
  'rootURL',
  'server',
  'global',
  'privileged',
  'posting',
  'periodicity',
  'writeMode',
] as const;

/** What changed or what is set, for people: `Attribute.ИНН.synonym.ru` → `Реквизит.ИНН.синоним.ru`. */
export function usePropertyTitle(): (path: string) => string {
  const t = useText(projectsTexts);
  const localName = useLocalName();
  return useCallback(
    (path) => {
      const words = localName(path)
        .split('.')
        .map((segment) => {
          const property = known(properties, segment);
          return property === undefined ? segment : t(`property.${property}`);
        })
        .join('.');
      return words === path && /^[A-Za-z]+$/.test(path)
        ? propertyTitle(path)
        : words.slice(0, 1).toUpperCase() + words.slice(1);
    },
    [t, localName],
  );
}
