import { FormControl, FormControlLabel, FormHelperText, Switch } from '@mui/material';
import { type ReactNode, useId } from 'react';
import { useSession, useText } from '#platform/web';
import type { Prompt } from '../../../contract/index.ts';
import { useMyCompany } from '../../pieces/use-my-company.ts';
import { usePeople } from '../../pieces/use-people.ts';
import { workspaceTexts } from '../texts.ts';

export interface ShareSwitchProps {
  /** As the server has it; null for a new one. */
  readonly prompt: Prompt | null;
  readonly value: boolean;
  readonly onChange: (shared: boolean) => void;
}

/** Shares a prompt with the company; shows nothing where there is nobody to share with. */
export function ShareSwitch({ prompt, value, onChange }: ShareSwitchProps): ReactNode {
  const t = useText(workspaceTexts);
  const helpId = useId();
  const company = useMyCompany();
  const people = usePeople();
  const me = useSession().user?.id;
  if (company === undefined || company.personal || company.role === 'viewer') return null;
  const stays = prompt?.shared === true && prompt.author_id !== me;
  return (
    <FormControl disabled={stays}>
      <FormControlLabel
        label={t('prompt.share', { company: company.name })}
        control={
          <Switch
            checked={value}
            onChange={({ target }) => onChange(target.checked)}
            slotProps={{ input: { 'aria-describedby': helpId } }}
          />
        }
      />
      <FormHelperText id={helpId} sx={{ mt: 0 }}>
        {stays ? t('prompt.stays_shared', { name: people.nameOf(prompt.author_id) }) : t('prompt.share_help')}
      </FormHelperText>
    </FormControl>
  );
}
