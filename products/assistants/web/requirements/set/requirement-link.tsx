import { Link } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { requirementsTexts } from '../texts.ts';

export interface RequirementLinkProps {
  readonly id: string;
  readonly onShow: (id: string) => void;
}

/** Leads to a requirement of the list. */
export function RequirementLink({ id, onShow }: RequirementLinkProps): ReactNode {
  const t = useText(requirementsTexts);
  return (
    <Link
      component="button"
      type="button"
      aria-label={t('set.go', { id })}
      onClick={() => onShow(id)}
      sx={{ fontWeight: 600, fontSize: 'inherit', verticalAlign: 'baseline', overflowWrap: 'anywhere' }}
    >
      {id}
    </Link>
  );
}
