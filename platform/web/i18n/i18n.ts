import { type BackendModule, createInstance, type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { type Language, languages, type Texts } from './texts.ts';

/** Russian unless the browser asks for English first. */
export function preferredLanguage(wanted: readonly string[]): Language {
  return wanted[0]?.toLowerCase().startsWith('en') === true ? 'en' : 'ru';
}

export const isLanguage = (value: unknown): value is Language => languages.some((known) => known === value);

/** Loads namespaces when a page first asks for them, in the language of the moment. */
export async function createI18n(spaces: readonly Texts<object>[], language: Language): Promise<i18n> {
  const byName = new Map(spaces.map((space) => [space.namespace, space]));
  const backend: BackendModule = {
    type: 'backend',
    init() {},
    read(wanted, namespace, done) {
      const space = byName.get(namespace);
      if (space === undefined || !isLanguage(wanted)) {
        done(new Error(`No texts for ${namespace} in ${wanted}`), false);
        return;
      }
      space.load[wanted]().then(
        ({ messages }) => done(null, { ...messages }),
        (error: unknown) => done(error instanceof Error ? error : new Error(String(error)), false),
      );
    },
  };
  const instance = createInstance();
  await instance
    .use(backend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: [...languages],
      fallbackLng: false,
      load: 'languageOnly',
      ns: ['platform'],
      defaultNS: 'platform',
      interpolation: { escapeValue: false },
      react: { useSuspense: true },
    });
  return instance;
}
