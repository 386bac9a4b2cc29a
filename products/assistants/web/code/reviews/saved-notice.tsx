import { Alert, Button } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '#platform/web';
import { reviewPath } from './paths.ts';
import { reviewsTexts } from './texts.ts';

/** Says that a check was saved, and leads to it. */
export function SavedNotice({ id }: { readonly id: string }): ReactNode {
  const t = useText(reviewsTexts);
  return (
    <Alert
      severity="success"
      action={
        <Button color="inherit" size="small" component={Link} to={reviewPath(id)}>
          {t('open')}
        </Button>
      }
    >
      {t('saved')}
    </Alert>
  );
}
