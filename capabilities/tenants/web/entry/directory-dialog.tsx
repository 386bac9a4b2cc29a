import {
  Box,
  Button,
  Dialog,
  DialogActions,
  DialogContent,
  DialogTitle,
  MenuItem,
  TextField,
  Typography,
} from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Type } from 'typebox';
import {
  Form,
  FormTextField,
  SubmitButton,
  useApi,
  useForm,
  useInvalidate,
  useNotice,
  useText,
} from '#platform/web';
import {
  type Directory,
  getDirectory,
  getEntryRules,
  SignInName,
  setDirectory,
} from '../../contract/index.ts';
import { tenantsTexts } from '../texts.ts';
import { useTenantRefusals } from '../use-refusals.ts';

/** What the form asks for; an empty secret keeps the one given before. */
const Fields = Type.Object({
  sign_in_name: SignInName,
  issuer: Type.String({ maxLength: 500, pattern: '^https?://[^\\s?#]+$' }),
  client_id: Type.String({ minLength: 1, maxLength: 300 }),
  client_secret: Type.Optional(Type.String({ maxLength: 1_000 })),
});

const joinings = ['none', 'member', 'viewer'] as const;
type Joining = (typeof joinings)[number];

export interface DirectoryDialogProps {
  readonly companyId: string;
  readonly directory: Directory | null;
  readonly redirectUri: string;
  readonly onClose: () => void;
}

/** Asks for the company's OpenID Connect provider; the server tries it before it is kept. */
export function DirectoryDialog(props: DirectoryDialogProps): ReactNode {
  const { companyId, directory, redirectUri, onClose } = props;
  const t = useText(tenantsTexts);
  const api = useApi();
  const notice = useNotice();
  const invalidate = useInvalidate();
  const refusals = useTenantRefusals();
  const [joining, setJoining] = useState<Joining>(directory?.joins_as ?? 'none');
  const form = useForm({
    schema: Fields,
    initial: {
      sign_in_name: directory?.sign_in_name ?? '',
      issuer: directory?.issuer ?? '',
      client_id: directory?.client_id ?? '',
    },
    async submit({ client_secret: secret, ...fields }) {
      const kept = secret === undefined || secret === '' ? {} : { client_secret: secret };
      const joins_as = joining === 'none' ? null : joining;
      await api.call(setDirectory, { params: { id: companyId }, body: { ...fields, ...kept, joins_as } });
      await Promise.all([invalidate(getDirectory), invalidate(getEntryRules)]);
      notice.success(t('security.set'));
      onClose();
    },
  });
  return (
    <Dialog open onClose={onClose} fullWidth maxWidth="sm">
      <DialogTitle>{t('security.directory')}</DialogTitle>
      <Form form={form} refusals={refusals} label={t('security.directory')}>
        <DialogContent sx={{ display: 'grid', gap: 2, pt: 1 }}>
          <Box>
            <Typography variant="body2">{t('security.redirect')}</Typography>
            <Typography variant="body2" component="code" sx={{ overflowWrap: 'anywhere' }}>
              {redirectUri}
            </Typography>
          </Box>
          <FormTextField form={form} name="issuer" type="url" label={t('security.issuer')} autoFocus />
          <FormTextField form={form} name="client_id" label={t('security.client_id')} autoComplete="off" />
          <FormTextField
            form={form}
            name="client_secret"
            type="password"
            label={t('security.client_secret')}
            autoComplete="new-password"
            help={directory?.has_secret === true ? t('security.secret_kept') : undefined}
          />
          <FormTextField
            form={form}
            name="sign_in_name"
            label={t('security.sign_in_name')}
            help={t('security.sign_in_name_help')}
            patternText={t('sign_in.name_help')}
            autoComplete="off"
          />
          <TextField
            select
            label={t('security.joins_as')}
            value={joining}
            onChange={({ target }) => setJoining(joinings.find((one) => one === target.value) ?? 'none')}
          >
            {joinings.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`security.joins.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        </DialogContent>
        <DialogActions>
          <Button color="inherit" onClick={onClose}>
            {t('cancel')}
          </Button>
          <SubmitButton form={form}>{t('save')}</SubmitButton>
        </DialogActions>
      </Form>
    </Dialog>
  );
}
