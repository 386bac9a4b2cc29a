import {
  Autocomplete,
  Box,
  Card,
  CardContent,
  Chip,
  MenuItem,
  Stack,
  TextField,
  Typography,
} from '@mui/material';
import { type ReactNode, useMemo } from 'react';
import {
  Form,
  FormTextField,
  SubmitButton,
  useApi,
  useForm,
  useInvalidate,
  useLanguage,
  useNotice,
  useSession,
  useSetLanguage,
  useText,
} from '#platform/web';
import { getProfile, type Profile, updateProfile } from '../../contract/index.ts';
import { inWords, useRefusals } from '../texts/refusals.ts';
import { useRoleName } from '../texts/role-name.ts';
import { accountTexts } from '../texts.ts';

function zonesWith(own: string): readonly string[] {
  const known = Intl.supportedValuesOf('timeZone');
  return [...new Set([own, 'UTC', ...known])];
}

export function ProfileForm({ profile }: { readonly profile: Profile }): ReactNode {
  const t = useText(accountTexts);
  const refusals = useRefusals();
  const roleName = useRoleName();
  const language = useLanguage();
  const setLanguage = useSetLanguage();
  const api = useApi();
  const session = useSession();
  const invalidate = useInvalidate();
  const notice = useNotice();
  const zones = useMemo(() => zonesWith(profile.time_zone), [profile.time_zone]);
  const form = useForm({
    schema: updateProfile.body,
    initial: {
      display_name: profile.display_name,
      locale: profile.locale,
      time_zone: profile.time_zone,
    },
    async submit(body) {
      try {
        await api.call(updateProfile, { body });
      } catch (error) {
        throw inWords(error, refusals);
      }
      if (body.locale !== undefined && body.locale !== profile.locale) setLanguage(body.locale);
      notice.success(t('profile.saved'));
      await Promise.all([session.reload(), invalidate(getProfile)]);
    },
  });
  const since = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(profile.created_at));
  return (
    <Stack spacing={3}>
      <Card>
        <CardContent>
          <Form form={form} refusals={refusals} label={t('profile.title')}>
            <FormTextField form={form} name="display_name" label={t('profile.name')} autoComplete="name" />
            <TextField
              label={t('profile.email')}
              value={profile.email ?? ''}
              slotProps={{ input: { readOnly: true } }}
            />
            <FormTextField form={form} name="locale" label={t('profile.language')} select>
              <MenuItem value="ru">Русский</MenuItem>
              <MenuItem value="en">English</MenuItem>
            </FormTextField>
            <Autocomplete
              options={zones}
              disableClearable
              value={form.values.time_zone ?? profile.time_zone}
              onChange={(_event, zone) => form.set('time_zone', zone)}
              renderInput={(parameters) => <TextField {...parameters} label={t('profile.time_zone')} />}
            />
            <SubmitButton form={form} sx={{ alignSelf: 'flex-start' }}>
              {t('profile.save')}
            </SubmitButton>
          </Form>
        </CardContent>
      </Card>
      <Box>
        <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1 }}>
          {t('profile.roles')}
        </Typography>
        <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
          {profile.roles.map((role) => (
            <Chip key={role} label={roleName(role)} />
          ))}
        </Stack>
        <Typography variant="caption" component="p" sx={{ color: 'text.secondary', mt: 2 }}>
          {t('profile.since', { date: since })}
        </Typography>
      </Box>
    </Stack>
  );
}
