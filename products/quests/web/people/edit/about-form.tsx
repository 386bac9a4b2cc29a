import { FormControlLabel, FormHelperText, MenuItem, Switch } from '@mui/material';
import type { ReactNode } from 'react';
import { Type } from 'typebox';
import {
  Form,
  FormTextField,
  SubmitButton,
  useApi,
  useCall,
  useForm,
  useInvalidate,
  useLocalized,
  useNotice,
  useText,
} from '#platform/web';
import { getPlayer, listDictionary, type Player, updatePlayer } from '../../../contract/index.ts';
import { usePeopleRefusals } from '../refusals.ts';
import { peopleTexts } from '../texts.ts';
import { instagramHandle, instagramPattern } from './instagram.rules.ts';

const schema = Type.Object({
  about: Type.Optional(Type.String({ maxLength: 1_000 })),
  instagram: Type.Optional(Type.String({ pattern: instagramPattern })),
  city: Type.Optional(Type.String()),
  private: Type.Boolean(),
});

/** Words about oneself, city, Instagram, and who may see the results. */
export function AboutForm({ player }: { readonly player: Player }): ReactNode {
  const t = useText(peopleTexts);
  const localized = useLocalized();
  const refusals = usePeopleRefusals();
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const cities = useCall(
    listDictionary,
    { params: { kind: 'city' }, query: {} },
    { staleTime: 300_000 },
  ).data;
  const known = cities?.items.map(({ code, name }) => ({ code, name })) ?? [];
  const own = player.city;
  const choice = own === null || known.some(({ code }) => code === own.code) ? known : [own, ...known];
  const form = useForm({
    schema,
    initial: {
      about: player.about,
      instagram: player.instagram ?? '',
      city: own?.code ?? '',
      private: player.private,
    },
    async submit({ about, instagram, city, private: isPrivate }) {
      const body = {
        about: about ?? '',
        instagram: instagramHandle(instagram ?? ''),
        city: city ?? null,
        private: isPrivate,
      };
      await api.call(updatePlayer, { body });
      notice.success(t('edit.saved'));
      await invalidate(getPlayer);
    },
  });
  return (
    <Form form={form} refusals={refusals} label={t('edit.title')}>
      <FormTextField
        form={form}
        name="about"
        label={t('edit.about')}
        help={t('edit.about_help')}
        multiline
        minRows={3}
        maxRows={10}
      />
      <FormTextField form={form} name="city" label={t('edit.city')} select>
        <MenuItem value="">{t('edit.no_city')}</MenuItem>
        {choice.map(({ code, name }) => (
          <MenuItem key={code} value={code}>
            {localized(name)}
          </MenuItem>
        ))}
      </FormTextField>
      <FormTextField
        form={form}
        name="instagram"
        label={t('edit.instagram')}
        help={t('edit.instagram_help')}
        patternText={t('edit.instagram_pattern')}
        autoComplete="off"
      />
      <div>
        <FormControlLabel
          label={t('edit.private')}
          control={
            <Switch
              checked={form.values.private === true}
              onChange={({ target }) => form.set('private', target.checked)}
              slotProps={{ input: { 'aria-describedby': 'private-help' } }}
            />
          }
        />
        <FormHelperText id="private-help">{t('edit.private_help')}</FormHelperText>
      </div>
      <SubmitButton form={form} sx={{ alignSelf: { sm: 'flex-start' } }}>
        {t('edit.save')}
      </SubmitButton>
    </Form>
  );
}
