// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { unlockPath, unlockTokenKey } from '../index.ts';
import { type Answer, refusal, renderScreen, signedIn } from '../render.fixture.tsx';
import { LoginScreen } from './login-screen.tsx';

afterEach(cleanup);

async function enter(answer: Answer, address = '/login') {
  const asked = await renderScreen(<LoginScreen />, { address, answer });
  await userEvent.type(await screen.findByRole('textbox', { name: /E-mail/ }), 'reader@example.test');
  await userEvent.type(screen.getByLabelText(/^Password/), 'violet harbour');
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }));
  return asked;
}

const on = (path: string, reply: Response | object): Answer => {
  return (asked) =>
    asked.path === path ? reply : asked.path === '/auth/providers' ? { providers: [] } : undefined;
};
const person = () => screen.getByTestId('person').textContent;

describe('sign-in', () => {
  it('begins a session', async () => {
    const asked = await enter(on('/auth/login', signedIn));
    await waitFor(() => expect(person()).toBe('Reader'));
    const sent = asked.find(({ path }) => path === '/auth/login');
    expect(sent?.body).toEqual({ email: 'reader@example.test', password: 'violet harbour' });
  });

  it('says in its own words that the password is wrong, and keeps the address', async () => {
    await enter(on('/auth/login', refusal(401, 'identity.credentials_wrong')));
    expect(await screen.findByText('The e-mail address or the password is wrong.')).toBeDefined();
    expect(screen.queryByText(/In English only/)).toBeNull();
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /E-mail/ }).value).toBe(
      'reader@example.test',
    );
    expect(person()).toBe('nobody');
  });

  it('says how long somebody is locked out', async () => {
    await enter(on('/auth/login', refusal(429, 'identity.too_many_attempts', { 'retry-after': '32' })));
    expect(await screen.findByText(/Too many failed attempts.*32 seconds/)).toBeDefined();
  });

  it('leads an unconfirmed address to its confirmation, with where the person was going', async () => {
    await enter(on('/auth/login', refusal(403, 'identity.email_not_verified')), '/login?next=%2Fmemory');
    await waitFor(() => {
      expect(screen.getByTestId('address').textContent).toBe('/verify-email?next=%2Fmemory');
    });
    expect(screen.getByTestId('handed-over').textContent).toContain('reader@example.test');
  });

  it('lets a locked person ask, with the token beside the address and never in it', async () => {
    sessionStorage.clear();
    const locked = {
      type: 'about:blank',
      title: 'Refused',
      status: 403,
      code: 'identity.locked',
      unlock_token: 'unlock-token-of-twenty-signs',
    };
    await enter(on('/auth/login', Response.json(locked, { status: 403 })));
    const link = await screen.findByRole('link', { name: 'Ask to be unlocked' });
    expect(link.getAttribute('href')).toBe(unlockPath);
    expect(sessionStorage.getItem(unlockTokenKey)).toBe('unlock-token-of-twenty-signs');
  });

  it('shows only configured providers and hands them the way back', async () => {
    await renderScreen(<LoginScreen />, {
      address: '/login?next=%2Fmemory%2Fgraph',
      answer: () => ({ providers: [{ name: 'vk', title: 'VK ID' }] }),
    });
    const link = await screen.findByRole('link', { name: 'Continue with VK ID' });
    expect(link.getAttribute('href')).toBe('/auth/oauth/vk?return_to=%2Fapp%2Fmemory%2Fgraph');
    expect(screen.queryByRole('link', { name: /Google/ })).toBeNull();
  });
});

describe('the second step', () => {
  const challenge = { challenge: 'totp', challenge_token: 'challenge-token-0001' };
  const answers = (right: string): Answer => {
    return ({ path, body }) => {
      if (path === '/auth/login') return challenge;
      if (path !== '/auth/2fa/verify') return { providers: [] };
      const given = JSON.stringify(body);
      return given.includes(right) ? signedIn : refusal(401, 'identity.second_factor_wrong');
    };
  };

  it('sends six digits by itself, and after a wrong code takes another', async () => {
    const asked = await enter(answers('654321'));
    const field = await screen.findByLabelText<HTMLInputElement>('Code from the app');
    await userEvent.type(field, '111111');
    expect(await screen.findByText(/The code is wrong/)).toBeDefined();
    expect(field.value).toBe('');
    expect(document.activeElement).toBe(field);
    await userEvent.keyboard('654321');
    await waitFor(() => expect(person()).toBe('Reader'));
    const sent = asked.filter(({ path }) => path === '/auth/2fa/verify');
    expect(sent.map(({ body }) => body)).toEqual([
      { challenge_token: 'challenge-token-0001', code: '111111' },
      { challenge_token: 'challenge-token-0001', code: '654321' },
    ]);
  });

  it('takes a recovery code instead', async () => {
    await enter(answers('abcde-fghjk'));
    await userEvent.click(await screen.findByRole('button', { name: 'Use a recovery code' }));
    await userEvent.type(screen.getByRole('textbox', { name: /Recovery code/ }), ' abcde-fghjk{Enter}');
    await waitFor(() => expect(person()).toBe('Reader'));
  });

  it('goes back to the password when it took too long', async () => {
    await enter(({ path }) => {
      if (path === '/auth/login') return challenge;
      return path === '/auth/2fa/verify' ? refusal(401, 'identity.challenge_invalid') : { providers: [] };
    });
    await userEvent.type(await screen.findByLabelText('Code from the app'), '123456');
    expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>(/^Password/).value).toBe('');
  });
});
