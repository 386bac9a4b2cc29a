import { Box, Chip } from '@mui/material';
import type { ReactNode } from 'react';
import { useText } from '#platform/web';
import { workspaceTexts } from '../texts.ts';

const scopes = ['all', 'own', 'shared'] as const;

export type PromptScope = (typeof scopes)[number];

export interface PromptFiltersProps {
  readonly scope: PromptScope;
  /** Left out where nothing is shared. */
  readonly onScope?: (scope: PromptScope) => void;
  readonly roleTitle: string;
  readonly forRole: boolean;
  readonly onForRole: (forRole: boolean) => void;
}

/** Whose prompts to show, and for which assistant. */
export function PromptFilters(props: PromptFiltersProps): ReactNode {
  const { scope, onScope, roleTitle, forRole, onForRole } = props;
  const t = useText(workspaceTexts);
  const chip = (label: string, pressed: boolean, onClick: () => void): ReactNode => (
    <Chip
      key={label}
      size="small"
      label={label}
      aria-pressed={pressed}
      color={pressed ? 'primary' : 'default'}
      variant={pressed ? 'filled' : 'outlined'}
      onClick={onClick}
    />
  );
  return (
    <Box
      role="group"
      aria-label={t('prompt.scope')}
      sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.75, pb: 0.75 }}
    >
      {onScope === undefined
        ? null
        : scopes.map((each) => chip(t(`prompt.${each}`), each === scope, () => onScope(each)))}
      {roleTitle === ''
        ? null
        : chip(t('prompt.for_role', { role: roleTitle }), forRole, () => onForRole(!forRole))}
    </Box>
  );
}
