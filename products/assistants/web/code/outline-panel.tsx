import { Alert, Box, ButtonBase, Chip, Stack, Typography } from '@mui/material';
import { type ReactNode, useEffect } from 'react';
import { EmptyState, ErrorNotice, ListSkeleton, useSend, useText } from '#platform/web';
import { type OutlineMethod, outlineCode } from '../../contract/index.ts';
import { groundOf } from '../pieces/use-ground.ts';
import { useCodeRefusals } from './refusals.ts';
import { codeTexts } from './texts.ts';

/** From here on the reference rule speaks of a method. */
const complex = 20;

interface MethodRowProps {
  readonly method: OutlineMethod;
  readonly onShow: (line: number) => void;
}

function MethodRow({ method, onShow }: MethodRowProps): ReactNode {
  const t = useText(codeTexts);
  const { name, kind, parameters, complexity, nesting, line, end_line: end, queries, writes } = method;
  const facts = [
    t(`outline.${kind}`),
    ...(method.export ? [t('outline.export')] : []),
    ...method.directives,
    t('outline.lines', { from: line, to: end }),
    t('outline.complexity', { count: complexity }),
    t('outline.nesting', { count: nesting }),
    ...(queries.length === 0 ? [] : [t('outline.queries', { count: queries.length })]),
    ...(writes.length === 0 ? [] : [t('outline.writes', { count: writes.length })]),
  ];
  return (
    <ButtonBase
      onClick={() => onShow(line - 1)}
      sx={{
        width: '100%',
        textAlign: 'left',
        display: 'block',
        px: 1.5,
        py: 1,
        '&:hover': { bgcolor: 'action.hover' },
      }}
    >
      <Stack direction="row" spacing={1} sx={{ alignItems: 'center' }}>
        <Typography variant="body2" sx={{ fontWeight: 600, overflowWrap: 'anywhere', minWidth: 0 }}>
          {`${name}(${parameters.map((parameter) => parameter.name).join(', ')})`}
        </Typography>
        {complexity > complex ? <Chip size="small" color="warning" label={t('outline.complex')} /> : null}
      </Stack>
      <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
        {facts.join(' · ')}
      </Typography>
    </ButtonBase>
  );
}

export interface OutlinePanelProps {
  readonly code: string;
  readonly path: string;
  readonly projectId: string | null;
  readonly onShow: (line: number) => void;
}

/** Methods of a module with what makes them hard to read; a click leads to the method. */
export function OutlinePanel({ code, path, projectId, onShow }: OutlinePanelProps): ReactNode {
  const t = useText(codeTexts);
  const refusals = useCodeRefusals();
  const { mutate, data, error } = useSend(outlineCode);
  useEffect(() => {
    if (code.trim() !== '')
      mutate({ body: { code, ...(path === '' ? {} : { path }), ...groundOf(projectId) } });
  }, [mutate, code, path, projectId]);
  if (error !== null) return <ErrorNotice error={error} refusals={refusals} />;
  if (data === undefined) return <ListSkeleton rows={3} />;
  return (
    <Stack spacing={1.5}>
      {data.errors.length === 0 ? null : <Alert severity="warning">{t('outline.errors')}</Alert>}
      {data.methods.length === 0 ? (
        <EmptyState title={t('outline.empty')} />
      ) : (
        <Box
          component="ul"
          aria-label={t('outline.methods')}
          sx={{
            m: 0,
            p: 0,
            listStyle: 'none',
            border: 1,
            borderColor: 'divider',
            borderRadius: '12px',
            maxHeight: 640,
            overflowY: 'auto',
            bgcolor: 'background.paper',
            '& > li + li': { borderTop: 1, borderColor: 'divider' },
          }}
        >
          {data.methods.map((method) => (
            <li key={`${method.line}:${method.name}`}>
              <MethodRow method={method} onShow={onShow} />
            </li>
          ))}
        </Box>
      )}
    </Stack>
  );
}
