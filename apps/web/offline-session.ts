import { asProblem, type SessionApi, type SignedInReply } from '#platform/web';

const key = 'quintet.last_person';
const askAgainSeconds = 60;

function remember(reply: SignedInReply | null): void {
  try {
    if (reply === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(reply.user));
  } catch {
    // Storage may be refused: then a walk cannot be opened again without network.
  }
}

const isUser = (value: unknown): value is SignedInReply['user'] =>
  typeof value === 'object' && value !== null && 'id' in value && 'permissions' in value;

function remembered(): SignedInReply['user'] | null {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isUser(value) ? value : null;
  } catch {
    return null;
  }
}

/**
 * A session that opens without network, for the person who was signed in on this device last, as long as the browser
 * still holds their session: with no token, so that nothing but what the device itself keeps can be seen until the
 * server has been asked.
 */
export function withOffline(session: SessionApi): SessionApi {
  return {
    ...session,
    async refresh() {
      try {
        const reply = await session.refresh();
        remember(reply);
        return reply;
      } catch (error) {
        const { unreachable, status } = asProblem(error);
        if (status === 401 || status === 403) remember(null);
        const user = unreachable ? remembered() : null;
        if (user === null) throw error;
        return { access_token: 'offline', expires_in: askAgainSeconds, user };
      }
    },
    async logout() {
      const done = await session.logout();
      remember(null);
      return done;
    },
    async loadUser() {
      return session.loadUser();
    },
  };
}
