import type { QueryClient } from '@tanstack/react-query';
import type { i18n } from 'i18next';
import { createContext, useContext } from 'react';
import type { Api } from '../api/api.ts';
import type { Connection } from '../api/connection.ts';
import type { WebModule } from '../modules/screen.ts';
import type { NoticeBoard } from '../patterns/notice-board.ts';
import type { RealtimeClient } from '../realtime/realtime.ts';
import type { Session } from '../session/session.ts';

/** Everything pages share, made once by `createWebPlatform`. */
export interface WebPlatform {
  readonly modules: readonly WebModule[];
  readonly api: Api;
  readonly session: Session;
  readonly connection: Connection;
  readonly realtime: RealtimeClient;
  readonly queries: QueryClient;
  readonly i18n: i18n;
  readonly notices: NoticeBoard;
}

export const PlatformContext = createContext<WebPlatform | null>(null);

export function usePlatform(): WebPlatform {
  const platform = useContext(PlatformContext);
  if (platform === null) throw new Error('Render inside WebRoot or WebProviders');
  return platform;
}
