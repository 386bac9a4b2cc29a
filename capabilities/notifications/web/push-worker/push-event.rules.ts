export type WorkerLanguage = 'ru' | 'en';

/** What a push carries: which notice, and of which kind. */
export interface PushPayload {
  readonly id: string;
  readonly kind: string;
}

/** What the browser is to show. */
export interface ShownNotification {
  readonly title: string;
  readonly body: string;
  /** One notification per notice: a repeat replaces it. */
  readonly tag: string;
  readonly path: string;
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** Reads `{k, id}`; undefined for anything else. */
export function payloadOf(text: string): PushPayload | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value)) return undefined;
    const { k, id } = value;
    return typeof k === 'string' && typeof id === 'string' && idPattern.test(id)
      ? { kind: k, id }
      : undefined;
  } catch {
    return undefined;
  }
}

/** A path of the application, or its inbox: never another site. */
export function pathOf(path: unknown): string {
  const inside = typeof path === 'string' && /^\/app(\/(?![/\\])|$)/.test(path) && !path.includes('\\');
  return inside ? path : '/app/notifications';
}

const withoutText: Readonly<Record<WorkerLanguage, string>> = {
  ru: 'Новое уведомление',
  en: 'A new notification',
};

/** From what the server answered about the notice; without an answer only that there is one. */
export function shownOf(
  payload: PushPayload | undefined,
  answer: unknown,
  language: WorkerLanguage,
): ShownNotification {
  const tag = payload?.id ?? 'quintet';
  if (!isRecord(answer) || typeof answer['title'] !== 'string') {
    return { title: 'Quintet', body: withoutText[language], tag, path: pathOf(null) };
  }
  const { title, body, path } = answer;
  return { title: String(title), body: typeof body === 'string' ? body : '', tag, path: pathOf(path) };
}
