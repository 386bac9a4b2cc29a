import { Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession, useText } from '#platform/web';
import { moderationTexts } from '../texts.ts';

type Place = 'desk' | 'reasons' | 'check' | 'images';

const paths: Readonly<Record<Place, string>> = {
  desk: '/moderation',
  reasons: '/moderation/reasons',
  check: '/moderation/check',
  images: '/moderation/images',
};

/** Ways from one page of the desk to the others; pictures only for whoever may unblock them. */
export function DeskTabs({ here }: { readonly here: Place }): ReactNode {
  const t = useText(moderationTexts);
  const { user } = useSession();
  const names: Readonly<Record<Place, string>> = {
    desk: t('back'),
    reasons: t('to_reasons'),
    check: t('to_check'),
    images: t('to_images'),
  };
  const mayUnblock = user?.permissions.includes('moderate_content') ?? false;
  return (['desk', 'reasons', 'check', 'images'] as const)
    .filter((place) => place !== here && (place !== 'images' || mayUnblock))
    .map((place) => (
      <Button key={place} component={Link} to={paths[place]} size="small" variant="outlined" color="inherit">
        {names[place]}
      </Button>
    ));
}
