/** Carries texts between processes. Every process that listens receives every text, its own included. */
export interface Transport {
  send(text: string): Promise<void>;
  /** Starts receiving. `onGap`: the connection was lost and is back, texts may be missing. */
  listen(onText: (text: string) => void, onGap: () => void): Promise<void>;
  close(): Promise<void>;
}

export const channelName = 'quintet_realtime';
