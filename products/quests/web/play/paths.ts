/** Addresses of play, and of what it leads to. */
export const sessionsPath = '/play';
export const sessionPath = (id: string): string => `/play/${id}`;
export const teamsPath = '/teams';
export const teamPath = (id: string): string => `/teams/${id}`;
export const chatPath = (roomId: string): string => `/chats/${roomId}`;
export const questPath = (id: string): string => `/quests/${id}`;
export const questsPath = '/quests';
export const playerPath = (id: string): string => `/players/${id}`;
export const questBoardPath = (questId: string): string => `/leaderboards?board=quest&quest=${questId}`;
