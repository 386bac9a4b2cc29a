import type { ServeDoor } from '#platform/server/modules';
import {
  disableSecondFactor,
  enableSecondFactor,
  setupSecondFactor,
  verifySecondFactor,
} from '../../contract/index.ts';
import type { IdentityService } from '../service.ts';
import { presentSignedIn } from './web-client.ts';

export function serveSecondFactor({ mount, service }: ServeDoor<IdentityService>): void {
  mount(setupSecondFactor, async ({ body, caller, address }, reply) => {
    await service.confirm({ userId: caller.userId, sessionId: caller.sessionId, address }, body.password);
    const { secret, otpauthUrl } = await service.secondFactor.setup(caller.userId);
    reply.header('cache-control', 'no-store');
    return { secret, otpauth_url: otpauthUrl };
  });

  mount(enableSecondFactor, async ({ body, caller, address }, reply) => {
    const codes = await service.secondFactor.enable(caller.userId, body.code, address);
    reply.header('cache-control', 'no-store');
    return { recovery_codes: [...codes] };
  });

  mount(disableSecondFactor, async ({ body, caller, address }) => {
    await service.confirm({ userId: caller.userId, sessionId: caller.sessionId, address }, body.password);
    await service.secondFactor.disable(caller.userId, body.code, address);
  });

  mount(verifySecondFactor, async (request, reply) => {
    const { challenge_token: token, code } = request.body;
    const session = await service.signIn.withSecondFactor(token, code, request);
    return presentSignedIn(service, session, request, reply);
  });
}
