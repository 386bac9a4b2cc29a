import { Button, Card, CardContent, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ErrorNotice, ListSkeleton, Page, useCall, useText } from '#platform/web';
import { getPlayer } from '../../../contract/index.ts';
import { peopleTexts } from '../texts.ts';
import { AboutForm } from './about-form.tsx';
import { AvatarField } from './avatar-field.tsx';

/** One's own page as others see it, to be changed. */
export function EditPlayerScreen(): ReactNode {
  const t = useText(peopleTexts);
  const { data, error, refetch } = useCall(getPlayer, { params: { id: 'me' } }, { staleTime: 60_000 });
  return (
    <Page
      title={t('edit.title')}
      help={t('edit.help')}
      width="narrow"
      actions={
        <>
          <Button component={Link} to="/players/me" variant="outlined" color="inherit">
            {t('edit.back')}
          </Button>
          <Button component={Link} to="/account" color="inherit">
            {t('edit.account')}
          </Button>
        </>
      }
    >
      {data === undefined && error !== null ? <ErrorNotice error={error} onRetry={refetch} /> : null}
      {data === undefined && error === null ? <ListSkeleton rows={4} /> : null}
      {data === undefined ? null : (
        <Stack spacing={3}>
          <Card>
            <CardContent>
              <AvatarField player={data} />
            </CardContent>
          </Card>
          <Card>
            <CardContent>
              <AboutForm key={data.id} player={data} />
            </CardContent>
          </Card>
        </Stack>
      )}
    </Page>
  );
}
