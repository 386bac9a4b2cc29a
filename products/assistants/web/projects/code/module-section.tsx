import { Box, Link, Typography } from '@mui/material';
import { type ReactNode, useMemo, useState } from 'react';
import { Link as RouterLink, useSearchParams } from 'react-router';
import { CopyButton, LoadingState, useCall, useText } from '#platform/web';
import { getProjectModule, type Project, type ProjectModuleSource } from '../../../contract/index.ts';
import { linesIn } from '../../pieces/address.rules.ts';
import { BackLink } from '../../pieces/back-link.tsx';
import { CodeEditor } from '../../pieces/code-editor.tsx';
import type { CodeMark } from '../../pieces/code-editor-props.ts';
import { ownerObject } from '../names.rules.ts';
import { objectPath, projectPath } from '../paths.ts';
import { useProjectRefusals } from '../refusals.ts';
import { projectsTexts } from '../texts.ts';
import { useLocalName } from '../use-local-name.ts';
import { MethodList } from './method-list.tsx';
import { useModuleTitle } from './module-title.ts';

interface ViewProps {
  readonly projectId: string;
  readonly module: ProjectModuleSource;
  /** One-based; where somebody was sent to. */
  readonly lines: readonly [first: number, last: number] | null;
}

function ModuleView({ projectId, module, lines }: ViewProps): ReactNode {
  const t = useText(projectsTexts);
  const titleOf = useModuleTitle();
  const localName = useLocalName();
  const text = useMemo(() => module.text.replaceAll(/\r\n?/g, '\n'), [module.text]);
  const [first, last] = lines ?? [];
  const [chosen, setChosen] = useState<CodeMark | null>(null);

  const markAt = (from: number, to: number, words: string): CodeMark => ({
    range: { start: { line: from - 1, character: 0 }, end: { line: to - 1, character: 0 } },
    tone: 'info',
    word: from === to ? t('module.line_at', { line: from }) : t('module.lines_at', { first: from, last: to }),
    text: words,
  });
  const sent = useMemo((): CodeMark | null => {
    if (first === undefined || last === undefined) return null;
    const method = module.outline.find((each) => each.first_line <= first && each.last_line >= first);
    return {
      range: { start: { line: first - 1, character: 0 }, end: { line: last - 1, character: 0 } },
      tone: 'info',
      word: first === last ? t('module.line_at', { line: first }) : t('module.lines_at', { first, last }),
      text: method?.signature ?? '',
    };
  }, [first, last, module.outline, t]);
  return (
    <Box>
      <Box sx={{ display: 'flex', gap: 1, alignItems: 'flex-start', mb: 2 }}>
        <Box sx={{ flex: 1, minWidth: 0 }}>
          <Typography variant="h2" component="h2" sx={{ overflowWrap: 'anywhere' }}>
            {titleOf(module)}
          </Typography>
          <Typography
            variant="caption"
            component="p"
            sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}
          >
            {module.path} · {t('object.lines', { count: module.lines })}
          </Typography>
          {module.owner === '' || module.owner === 'Configuration' ? null : (
            <Typography variant="body2" sx={{ mt: 0.5 }}>
              {t('module.owner')}:{' '}
              <Link component={RouterLink} to={objectPath(projectId, ownerObject(module.owner))}>
                {localName(ownerObject(module.owner))}
              </Link>
            </Typography>
          )}
        </Box>
        <CopyButton text={text} label={t('module.source')} />
      </Box>
      <Box
        sx={{
          display: 'grid',
          gap: 2,
          gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '240px minmax(0, 1fr)' },
          alignItems: 'start',
        }}
      >
        <MethodList
          methods={module.outline}
          onChoose={(method) => setChosen(markAt(method.first_line, method.last_line, method.signature))}
        />
        <CodeEditor
          height="clamp(360px, 72vh, 900px)"
          language="bsl"
          label={t('module.source')}
          value={text}
          shown={chosen ?? sent}
        />
      </Box>
    </Box>
  );
}

/** One module: its methods and its source, open at the lines the address tells. */
export function ModuleSection({ project }: { readonly project: Project }): ReactNode {
  const t = useText(projectsTexts);
  const refusals = useProjectRefusals();
  const [query] = useSearchParams();
  const path = query.get('path') ?? '';
  const { data, error, refetch } = useCall(
    getProjectModule,
    { params: { id: project.id }, query: { path } },
    { enabled: path !== '' },
  );
  return (
    <Box>
      <BackLink to={projectPath(project.id, 'code')}>{t('module.back')}</BackLink>
      {data !== undefined ? (
        <ModuleView key={data.path} projectId={project.id} module={data} lines={linesIn(query)} />
      ) : (
        <LoadingState error={error} onRetry={refetch} refusals={refusals} rows={5} />
      )}
    </Box>
  );
}
