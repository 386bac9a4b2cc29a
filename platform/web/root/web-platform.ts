import { newId } from '#base/ids';
import { type Api, createApi } from '../api/api.ts';
import { createConnection } from '../api/connection.ts';
import { makeStale } from '../api/make-stale.ts';
import { createQueryClient } from '../api/query-client.ts';
import { createI18n, isLanguage, preferredLanguage } from '../i18n/i18n.ts';
import { platformTexts } from '../i18n/platform-texts.ts';
import type { Language } from '../i18n/texts.ts';
import { languageKey } from '../i18n/use-language.ts';
import type { WebModule } from '../modules/screen.ts';
import { createNoticeBoard } from '../patterns/notice-board.ts';
import { createRealtime, type Socket } from '../realtime/realtime.ts';
import { exclusively, openTabs, readCookie } from '../session/browser.ts';
import { createSession, type SessionApi, type TabNews } from '../session/session.ts';
import type { WebPlatform } from './platform-context.ts';

export interface WebPlatformOptions {
  readonly modules: readonly WebModule[];
  /** Wires the session to the routes of whoever keeps accounts. */
  readonly session: (api: Api) => SessionApi;
  /** Given by tests; the browser's own otherwise. */
  readonly fetch?: typeof fetch;
  readonly openSocket?: (protocols: readonly string[]) => Socket;
  readonly language?: Language;
  /** The name of the cookie whose value goes back in `X-CSRF-Token`. */
  readonly csrfCookie?: string;
  /** The cookies scripts may read, as `document.cookie` gives them; the default. */
  readonly cookies?: () => string;
}

const stored = (key: string): string | null => {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
};

const later = (work: () => void, milliseconds: number): (() => void) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

const openWebSocket = (protocols: readonly string[]): Socket => {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const socket = new WebSocket(`${scheme}://${location.host}/ws`, [...protocols]);
  const port: Socket = {
    onopen: null,
    onclose: null,
    onmessage: null,
    send: (text) => socket.send(text),
    close: () => socket.close(),
  };
  socket.onopen = () => port.onopen?.();
  socket.onclose = () => port.onclose?.();
  socket.onmessage = ({ data }) => port.onmessage?.({ data });
  return port;
};

/**
 * Makes everything pages share: API client, session, realtime, queries, texts. Starts nothing over the network;
 * `WebRoot` restores the session when it is first shown.
 */
export async function createWebPlatform(options: WebPlatformOptions): Promise<WebPlatform> {
  const chosen = options.language ?? stored(languageKey);
  const language = isLanguage(chosen) ? chosen : preferredLanguage(navigator.languages);
  const texts = [platformTexts, ...options.modules.flatMap((module) => module.texts ?? [])];
  const i18n = await createI18n(texts, language);
  const queries = createQueryClient();
  const csrf = (): string | undefined =>
    readCookie(options.cookies?.() ?? document.cookie, options.csrfCookie ?? 'quintet_csrf');
  const request = options.fetch ?? fetch.bind(globalThis);

  const connection = createConnection({
    probe: async () => (await request('/health/live')).ok,
    onBack: () => void makeStale(queries),
    window,
    later,
  });

  let tellTabs: (news: TabNews) => void = () => {};
  const api = createApi({
    fetch: request,
    context: () => ({
      token: session.token(),
      csrf: csrf(),
      language: i18n.language,
      newKey: () => newId(),
    }),
    renew: (used) => session.renew(used),
    onReach: connection.report,
    onForbidden: () => void session.reload().catch(() => {}),
  });
  const sessionApi = options.session(api);
  const realtime = createRealtime({
    open: options.openSocket ?? openWebSocket,
    ticket: sessionApi.issueTicket,
    later,
    random: Math.random,
  });
  const session = createSession({
    api: sessionApi,
    restorable: () => csrf() !== undefined,
    exclusively,
    later,
    tellTabs: (news) => tellTabs(news),
    onPersonChange: (user) => {
      queries.clear();
      realtime.restart();
      if (user !== null && stored(languageKey) === null && options.language === undefined) {
        void i18n.changeLanguage(user.locale);
      }
    },
  });
  tellTabs = openTabs(session.hear);
  return {
    modules: options.modules,
    api,
    session,
    connection,
    realtime,
    queries,
    i18n,
    notices: createNoticeBoard(),
  };
}
