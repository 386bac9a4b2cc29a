import { Button, Stack, TextField } from '@mui/material';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useText } from '#platform/web';
import { studioTexts } from '../texts.ts';
import { type StationRequest, useConfirm } from './use-confirm.ts';

const tidy = (code: string): string => code.replace(/\s/g, '').toUpperCase();

/** Takes the code a team reads out, and confirms the team it belongs to. */
export function CodeForm({ requests }: { readonly requests: readonly StationRequest[] }): ReactNode {
  const t = useText(studioTexts);
  const { confirm, isPending } = useConfirm();
  const [code, setCode] = useState('');
  const [isUnknown, setIsUnknown] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = requests.find(({ station_code }) => station_code.toUpperCase() === tidy(code));
    setIsUnknown(found === undefined);
    if (found !== undefined) confirm(found, () => setCode(''));
  };
  return (
    <Stack component="form" direction="row" spacing={1} onSubmit={submit} sx={{ alignItems: 'flex-start' }}>
      <TextField
        label={t('stations.code')}
        value={code}
        error={isUnknown}
        helperText={isUnknown ? t('stations.code_unknown') : undefined}
        onChange={({ target }) => {
          setCode(target.value);
          setIsUnknown(false);
        }}
        slotProps={{
          htmlInput: { maxLength: 12, autoCapitalize: 'characters', autoComplete: 'off', spellCheck: false },
          formHelperText: { role: 'alert' },
        }}
        sx={{ flexGrow: 1, maxWidth: 280 }}
      />
      <Button
        type="submit"
        variant="outlined"
        loading={isPending}
        disabled={code.trim() === ''}
        sx={{ minHeight: 56 }}
      >
        {t('stations.confirm')}
      </Button>
    </Stack>
  );
}
