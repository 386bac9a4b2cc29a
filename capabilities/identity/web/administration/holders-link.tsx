import { Link as TextLink } from '@mui/material';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession, useText } from '#platform/web';
import type { Role } from '../../contract/index.ts';
import { administrationTexts } from '../texts.ts';

/** How many hold a role; leads to them where the person may see accounts. */
export function HoldersLink({ role }: { readonly role: Role }): ReactNode {
  const t = useText(administrationTexts);
  const session = useSession();
  const text = t('roles.holders', { count: role.users });
  if (!session.can('can_lock_users')) return text;
  return (
    <TextLink component={Link} to={`/admin/users?role=${role.name}`}>
      {text}
    </TextLink>
  );
}
