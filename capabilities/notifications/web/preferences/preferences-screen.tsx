import { Box, Button, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import { ErrorNotice, ListSkeleton, Page, useCall, useNotice, useSend, useText } from '#platform/web';
import { getPreferences, type Preferences, setPreferences } from '../../contract/index.ts';
import { DevicesSection } from '../devices/devices-section.tsx';
import { useRefusals } from '../refusals.ts';
import { notificationTexts } from '../texts.ts';
import { bodyOf, type Draft, draftOf, quietFaultOf, withChannel } from './draft.rules.ts';
import { KindsSection } from './kinds-section.tsx';
import { QuietSection } from './quiet-section.tsx';

function Choices({ saved }: { readonly saved: Preferences }): ReactNode {
  const t = useText(notificationTexts);
  const notice = useNotice();
  const refusals = useRefusals();
  const [draft, setDraft] = useState<Draft>(() => draftOf(saved));
  const save = useSend(setPreferences, {
    invalidates: [getPreferences],
    onSuccess: () => notice.success(t('preferences.saved')),
  });
  const fault = quietFaultOf(draft);
  return (
    <Stack
      component="form"
      spacing={2}
      onSubmit={(event) => {
        event.preventDefault();
        if (fault === undefined) save.mutate({ body: bodyOf(draft) });
      }}
    >
      <KindsSection
        kinds={draft.kinds}
        available={saved.available}
        onChange={(kind, channel, on) => setDraft(withChannel(draft, kind, channel, on))}
      />
      <QuietSection
        draft={draft}
        timeZone={saved.time_zone}
        fault={fault}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <ErrorNotice error={save.error} refusals={refusals} />
      <Box>
        <Button type="submit" variant="contained" loading={save.isPending} disabled={fault !== undefined}>
          {t('preferences.save')}
        </Button>
      </Box>
    </Stack>
  );
}

/** What reaches the person, by which way and when. */
export function PreferencesScreen(): ReactNode {
  const t = useText(notificationTexts);
  const { data, error, refetch } = useCall(getPreferences, {});
  return (
    <Page
      title={t('preferences.title')}
      help={t('preferences.help')}
      width="narrow"
      actions={
        <Button variant="outlined" color="inherit" component={Link} to="/notifications">
          {t('preferences.back')}
        </Button>
      }
    >
      <Stack spacing={2}>
        <ErrorNotice error={error} onRetry={refetch} />
        {data === undefined ? error === null && <ListSkeleton /> : <Choices saved={data} />}
        <DevicesSection />
      </Stack>
    </Page>
  );
}
