import FolderOutlined from '@mui/icons-material/FolderOutlined';
import { Button, Stack } from '@mui/material';
import { type ReactNode, useState } from 'react';
import { Link } from 'react-router';
import {
  type ApiProblem,
  asProblem,
  EmptyState,
  ErrorNotice,
  ListSkeleton,
  useApi,
  useCursorList,
  useLanguage,
  useText,
} from '#platform/web';
import {
  getProjectImpact,
  getProjectObject,
  listProjects,
  type ProjectObject,
} from '../../../contract/index.ts';
import type { DrawRequest } from '../drawing.ts';
import { type ProjectKind, projectKinds } from '../kinds.ts';
import { useDiagramRefusals } from '../refusals.ts';
import { diagramsTexts } from '../texts.ts';
import { ChoiceField } from './choice-field.tsx';
import { entityInput, impactGraph } from './object-diagram.rules.ts';
import { ObjectPicker } from './object-picker.tsx';

const mostObjects = 20;

export interface ProjectState {
  readonly kind: ProjectKind;
  /** Empty: the first project. */
  readonly projectId: string;
  readonly objects: readonly ProjectObject[];
}

export const emptyProject: ProjectState = { kind: 'er', projectId: '', objects: [] };

export interface ProjectSourceProps {
  readonly state: ProjectState;
  readonly onState: (state: ProjectState) => void;
  readonly isDrawing: boolean;
  readonly onDraw: (request: DrawRequest) => void;
}

/** Diagrams of a project's configuration: chosen objects with their relations, or what a change reaches. */
export function ProjectSource({ state, onState, isDrawing, onDraw }: ProjectSourceProps): ReactNode {
  const t = useText(diagramsTexts);
  const language = useLanguage();
  const { call } = useApi();
  const projects = useCursorList(listProjects, { query: { limit: 100 } }, { staleTime: 30_000 });
  const [isReading, setIsReading] = useState(false);
  const [error, setError] = useState<ApiProblem | null>(null);
  const refusals = useDiagramRefusals(error);
  const listRefusals = useDiagramRefusals(projects.error);
  const ready = projects.items.filter(({ version }) => version > 0);
  const chosen = ready.find(({ id }) => id === state.projectId) ?? ready[0];
  if (projects.isPending && projects.error === null) return <ListSkeleton rows={3} height={44} />;
  if (projects.error !== null && projects.items.length === 0)
    return <ErrorNotice error={projects.error} refusals={listRefusals} onRetry={projects.refetch} />;
  if (chosen === undefined)
    return (
      <EmptyState
        icon={FolderOutlined}
        title={t('project.none')}
        hint={t('project.none_hint')}
        action={
          <Button component={Link} to="/assistants/projects" variant="outlined">
            {t('project.open')}
          </Button>
        }
      />
    );
  const params = { id: chosen.id };

  const modelOf = async (objects: readonly ProjectObject[]): Promise<unknown> => {
    if (state.kind === 'flowchart') {
      const name = objects[0]?.name ?? '';
      return impactGraph(
        await call(getProjectImpact, { params, query: { name, depth: undefined } }),
        language,
      );
    }
    const details = await Promise.all(
      objects.map(({ name }) => call(getProjectObject, { params, query: { name } })),
    );
    const { erFromObjects } = await import('#products/assistants/engines/diagrams');
    const made = erFromObjects(details.map(entityInput), { title: chosen.name });
    return made.ok ? made.value : null;
  };
  const draw = async (objects: readonly ProjectObject[]): Promise<void> => {
    setIsReading(true);
    setError(null);
    try {
      const model = await modelOf(objects);
      if (model !== null) onDraw({ input: { from: 'model', model }, unread: [] });
    } catch (problem) {
      setError(asProblem(problem));
    }
    setIsReading(false);
  };
  return (
    <Stack spacing={1.5}>
      <Stack direction="row" spacing={1.5} useFlexGap sx={{ flexWrap: 'wrap' }}>
        <ChoiceField
          label={t('project.label')}
          value={chosen.id}
          choices={ready.map(({ id }) => id)}
          nameOf={(id) => ready.find((project) => project.id === id)?.name ?? id}
          onChange={(projectId) => onState({ ...state, projectId, objects: [] })}
        />
        <ChoiceField
          label={t('kind.label')}
          value={state.kind}
          choices={projectKinds}
          nameOf={(kind) => t(`project.kinds.${kind}`)}
          onChange={(kind) =>
            onState({ ...state, kind, objects: kind === 'er' ? state.objects : state.objects.slice(0, 1) })
          }
        />
      </Stack>
      <ObjectPicker
        key={chosen.id}
        projectId={chosen.id}
        label={t(state.kind === 'er' ? 'project.objects' : 'project.object')}
        chosen={state.objects}
        most={state.kind === 'er' ? mostObjects : 1}
        onChange={(objects) => onState({ ...state, objects })}
      />
      <ErrorNotice error={error} refusals={refusals} onRetry={() => draw(state.objects)} />
      <div>
        <Button
          variant="contained"
          loading={isReading || isDrawing}
          disabled={state.objects.length === 0}
          onClick={() => void draw(state.objects)}
        >
          {t('project.draw')}
        </Button>
      </div>
    </Stack>
  );
}
