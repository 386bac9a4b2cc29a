import { Refusal } from '#base/refusal';
import type { ReplyControls } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import {
  completeSocial,
  confirmSocial,
  finishSocial,
  linkSocial,
  listProviders,
  startSocial,
  unlinkSocial,
} from '../../contract/index.ts';
import type { IdentityService } from '../service.ts';
import { land, landing } from '../social/landing.ts';
import { signedInOnly } from './signed-in-only.ts';
import { presentSignedIn } from './web-client.ts';

const binderCookie = 'quintet_oauth';
const binderPath = '/auth/oauth';

function setBinder(reply: ReplyControls, binder: string): void {
  // Lax: the provider's redirect comes from another site.
  reply.setCookie(binderCookie, binder, {
    path: binderPath,
    maxAgeSeconds: 600,
    sameSite: 'lax',
    httpOnly: true,
  });
}

function parametersOf(query: Readonly<Record<string, unknown>>): URLSearchParams {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (typeof value === 'string') parameters.append(name, value);
  }
  return parameters;
}

export function serveSocial({ mount, service }: ServeDoor<IdentityService>): void {
  mount(listProviders, () => ({
    providers: service.providers.list().map(({ name, title }) => ({ name, title })),
  }));

  mount(startSocial, async ({ params, query }, reply) => {
    const { url, binder } = await service.flows.begin(params.provider, { returnTo: query.return_to });
    setBinder(reply, binder);
    return url;
  });

  mount(finishSocial, async (request, reply) => {
    const { provider } = request.params;
    service.providers.get(provider);
    reply.clearCookie(binderCookie, binderPath);
    try {
      const parameters = parametersOf(request.query);
      const binder = request.cookie(binderCookie);
      const { outcome, returnTo } = await service.social.finish(provider, binder, parameters, request);
      return land(service, outcome, reply, { provider, returnTo });
    } catch (error) {
      // A person is looking at a browser window here: they get a page, not a problem document.
      if (!(error instanceof Refusal)) throw error;
      request.log.warn({ provider, code: error.code }, 'social sign-in refused');
      return landing({ outcome: 'error', code: error.code, provider });
    }
  });

  mount(linkSocial, async ({ params, caller }, reply) => {
    const { url, binder } = await service.flows.begin(params.provider, { linkTo: caller.userId });
    setBinder(reply, binder);
    return { authorization_url: url };
  });

  mount(unlinkSocial, ({ params, caller }) => service.social.unlink(caller.userId, params.provider));

  mount(completeSocial, async ({ body }) => {
    await service.pending.complete(body.pending_token, body.email);
    return { status: 'accepted' } as const;
  });

  mount(confirmSocial, async (request, reply) => {
    const { pending_token: token, code } = request.body;
    const outcome = await service.pending.confirm(token, code, request);
    return presentSignedIn(service, signedInOnly(outcome), request, reply);
  });
}
