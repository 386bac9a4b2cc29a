// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unlockTokenKey } from '#capabilities/identity/web';
import { refusal, renderAt } from '../../render.fixture.tsx';
import { UnlockScreen } from './unlock-screen.tsx';

afterEach(cleanup);
beforeEach(() => sessionStorage.clear());

const token = 'unlock-token-of-twenty-signs';

async function send(reply: Response) {
  sessionStorage.setItem(unlockTokenKey, token);
  const setting = { path: '/unlock', anonymous: true, answer: () => reply };
  const asked = await renderAt(<UnlockScreen />, setting);
  await userEvent.type(await screen.findByRole('textbox', { name: /Your message/ }), 'It was not me.');
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  return asked;
}

describe('asking to be unlocked', () => {
  it('sends the message with the token of the refused sign-in, once', async () => {
    const reply = { state: 'open', created_at: '2026-01-02T03:04:05.000Z' };
    const asked = await send(Response.json(reply, { status: 202 }));
    expect(await screen.findByRole('heading', { name: 'Your request is sent' })).toBeDefined();
    expect(asked.map(({ path, body }) => [path, body])).toEqual([
      ['/v2/unlock-requests', { unlock_token: token, message: 'It was not me.' }],
    ]);
    expect(sessionStorage.getItem(unlockTokenKey)).toBeNull();
  });

  it.each([
    [409, 'quests.unlock_pending', 'Your request is being looked at'],
    [401, 'identity.unlock_token_invalid', 'Sign in once more'],
  ])('knows %i %s', async (status, code, heading) => {
    await send(refusal(status, code));
    expect(await screen.findByRole('heading', { name: heading })).toBeDefined();
  });

  it('keeps the message when the server is away', async () => {
    await send(refusal(503, 'http.unavailable'));
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Your message/ }).value).toBe(
      'It was not me.',
    );
    expect(sessionStorage.getItem(unlockTokenKey)).toBe(token);
  });

  it('sends back to sign-in whoever comes without a token', async () => {
    await renderAt(<UnlockScreen />, { path: '/unlock', anonymous: true, answer: () => undefined });
    expect((await screen.findByRole('link', { name: 'To sign-in' })).getAttribute('href')).toBe('/login');
  });
});
