import { Chip, Stack } from '@mui/material';
import type { ReactNode } from 'react';
import type { Static } from 'typebox';
import { useText } from '#platform/web';
import type { PermissionOverride } from '../../contract/index.ts';
import { Section } from '../account/section.tsx';
import { administrationTexts } from '../texts.ts';
import { usePermissionName } from './permission-name.ts';

interface ExceptionsSectionProps {
  readonly overrides: readonly Static<typeof PermissionOverride>[];
}

/** Permissions given to or taken from one person; nothing where there are none. */
export function ExceptionsSection({ overrides }: ExceptionsSectionProps): ReactNode {
  const t = useText(administrationTexts);
  const permissionName = usePermissionName();
  if (overrides.length === 0) return null;
  return (
    <Section title={t('user.exceptions')}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap' }}>
        {overrides.map(({ permission, effect }) => (
          <Chip
            key={permission}
            variant="outlined"
            color={effect === 'allow' ? 'success' : 'error'}
            label={`${permissionName(permission)}: ${t(`user.${effect}`)}`}
          />
        ))}
      </Stack>
    </Section>
  );
}
