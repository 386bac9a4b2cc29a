import type { Severity } from '../../../contract/index.ts';
import { groundOf } from '../../pieces/use-ground.ts';

export const severities: readonly Severity[] = ['blocker', 'critical', 'major', 'minor', 'info'];

/** What a check looks for. */
export interface CheckSettings {
  readonly severities: readonly Severity[];
  /** Text of a `.bsl-language-server.json`; empty: none. */
  readonly configuration: string;
  /** Exactly these rules; empty: those that are active. */
  readonly only: readonly string[];
  /** The project whose configuration the rules see; null: none. */
  readonly projectId: string | null;
}

export const defaultSettings: CheckSettings = { severities, configuration: '', only: [], projectId: null };

export interface SentSettings {
  configuration?: string;
  only?: string[];
  severities?: Severity[];
  project_id?: string;
}

/** The settings as a request carries them. */
export function sentSettings(settings: CheckSettings): SentSettings {
  const { severities: chosen, configuration, only, projectId } = settings;
  return {
    ...(chosen.length === 0 || chosen.length === severities.length ? {} : { severities: [...chosen] }),
    ...(configuration.trim() === '' ? {} : { configuration }),
    ...(only.length === 0 ? {} : { only: [...only] }),
    ...groundOf(projectId),
  };
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  try {
    return recordOf(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The same settings for one rule alone: its parameters and the comments that silence it stay in force. */
export function narrowedTo(settings: CheckSettings, key: string): SentSettings {
  const sent = sentSettings(settings);
  if (settings.only.length > 0) return { ...sent, only: [key] };
  const configuration = parsed(settings.configuration);
  const diagnostics = recordOf(configuration['diagnostics']);
  const own = recordOf(diagnostics['parameters'])[key];
  return {
    ...sent,
    configuration: JSON.stringify({
      ...configuration,
      diagnostics: { ...diagnostics, mode: 'only', parameters: { [key]: own ?? true } },
    }),
  };
}
