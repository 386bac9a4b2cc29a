import { Refusal } from '#base/refusal';
import type { RunEngine } from '../engines/engines.ts';
import type { TaskInput, TaskName, TaskOutput } from '../engines/tasks/index.ts';
import type { ToolCallContext } from './tool.ts';

/** Runs a task of the engines for a tool: what it refuses is told in the language of the call. */
export type ToolEngine = <Name extends TaskName>(
  name: Name,
  input: TaskInput<Name>,
  context: ToolCallContext,
) => Promise<TaskOutput<Name>>;

const reasons: Readonly<Record<string, string>> = {
  'assistants.engine_timeout': 'Это считается дольше, чем разрешено: дайте часть поменьше.',
  'assistants.engine_memory': 'На это нужно больше памяти, чем разрешено: дайте часть поменьше.',
  'assistants.engines_busy': 'Сейчас считается слишком много: попробуйте чуть позже.',
  'assistants.not_code': 'Это двоичный файл, а не текст модуля.',
  'assistants.no_query': 'В тексте нет запроса.',
  'assistants.engine_input': 'Нужно что-то одно: текст, модель или файл BPMN.',
};

function isWords(value: unknown): value is { readonly ru: string; readonly en: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ru' in value &&
    typeof value.ru === 'string' &&
    'en' in value &&
    typeof value.en === 'string'
  );
}

/** Faults of a plan, one in a line. */
function faultsIn(value: unknown, locale: 'ru' | 'en'): string | undefined {
  if (!Array.isArray(value)) return undefined;
  const lines = value.slice(0, 20).flatMap((fault: unknown) => {
    if (typeof fault !== 'object' || fault === null || !('message' in fault)) return [];
    const at = 'at' in fault ? `${String(fault.at)}: ` : '';
    return isWords(fault.message) ? [`${at}${fault.message[locale]}`] : [];
  });
  return lines.length === 0 ? undefined : lines.join('\n');
}

function inLanguage(error: unknown, locale: 'ru' | 'en'): unknown {
  if (!(error instanceof Refusal)) return error;
  const { kind, code, details } = error;
  const explanation = details['explanation'];
  const words =
    faultsIn(details['faults'], locale) ??
    (isWords(explanation) ? explanation[locale] : locale === 'ru' ? reasons[code] : undefined);
  return words === undefined ? error : new Refusal(kind, code, words, details);
}

export function createToolEngine(run: RunEngine): ToolEngine {
  return (name, input, { workspace, locale, signal, progress }) =>
    run(name, input, {
      owner: workspace.userId,
      signal,
      onEvent(event) {
        if (typeof event !== 'object' || event === null || !('done' in event) || !('files' in event)) return;
        progress?.(Number(event.done), Number(event.files));
      },
    }).catch((error: unknown) => {
      throw inLanguage(error, locale);
    });
}
