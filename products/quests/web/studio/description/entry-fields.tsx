import type { ReactNode } from 'react';
import { useLanguage, useText } from '#platform/web';
import { useField } from '../draft/desk-context.ts';
import { studioTexts } from '../texts.ts';
import { type Choice, useDictionary } from '../use-dictionary.ts';
import { EntrySelect } from './entry-select.tsx';
import { ManySelect } from './many-select.tsx';
import { Section } from './section.tsx';

const languages = [
  'ru',
  'en',
  'de',
  'fr',
  'es',
  'it',
  'zh',
  'ja',
  'ko',
  'ar',
  'tr',
  'fi',
  'kk',
  'be',
  'hy',
  'ka',
];

function LanguagesField(): ReactNode {
  const t = useText(studioTexts);
  const language = useLanguage();
  const [chosen, setChosen] = useField('languages');
  const names = new Intl.DisplayNames(language, { type: 'language' });
  const options = [...new Set([...languages, ...chosen])].map((code) => ({
    code,
    name: names.of(code) ?? code,
  }));
  return (
    <ManySelect
      label={t('field.languages')}
      options={options}
      value={chosen}
      onChange={setChosen}
      most={10}
      fault={chosen.length === 0 ? t('field.languages_none') : undefined}
    />
  );
}

/** The words by which players find the quest. */
export function EntryFields(): ReactNode {
  const t = useText(studioTexts);
  const [city, setCity] = useField('city');
  const [category, setCategory] = useField('category');
  const [vehicle, setVehicle] = useField('vehicle');
  const [place, setPlace] = useField('place');
  const [activities, setActivities] = useField('activities');
  const [tools, setTools] = useField('tools');
  const toChoose = (choices: readonly Choice[], chosen: readonly string[]) =>
    choices.filter(({ code, entry }) => entry.active || chosen.includes(code));
  const keep = (set: (code: string) => void) => (code: string | null) => {
    if (code !== null) set(code);
  };
  return (
    <Section title={t('description.entries')} help={t('description.entries_help')}>
      <EntrySelect kind="city" label={t('field.city')} required value={city} onChange={keep(setCity)} />
      <EntrySelect
        kind="category"
        label={t('field.category')}
        required
        value={category}
        onChange={keep(setCategory)}
      />
      <EntrySelect
        kind="vehicle"
        label={t('field.vehicle')}
        required
        value={vehicle}
        onChange={keep(setVehicle)}
      />
      <EntrySelect kind="place" label={t('field.place')} value={place} onChange={setPlace} />
      <ManySelect
        label={t('field.activities')}
        options={toChoose(useDictionary('activity'), activities)}
        value={activities}
        onChange={setActivities}
        most={20}
      />
      <ManySelect
        label={t('field.tools')}
        options={toChoose(useDictionary('tool'), tools)}
        value={tools}
        onChange={setTools}
        most={20}
      />
      <LanguagesField />
    </Section>
  );
}
