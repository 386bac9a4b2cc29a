import type { ServeDoor } from '#platform/server/modules';
import {
  changePassword,
  deleteMe,
  exportMe,
  forgotPassword,
  getProfile,
  register,
  resendCode,
  resetPassword,
  updateProfile,
  verifyEmail,
} from '../../contract/index.ts';
import type { IdentityService } from '../service.ts';
import { signedInOnly } from './signed-in-only.ts';
import { presentSignedIn } from './web-client.ts';

const accepted = { status: 'accepted' } as const;

export function serveAccounts({ mount, service }: ServeDoor<IdentityService>): void {
  mount(register, async ({ body, locale }) => {
    await service.registration.register({
      email: body.email,
      password: body.password,
      displayName: body.display_name,
      locale: body.locale ?? locale,
      timeZone: body.time_zone,
    });
    return accepted;
  });

  mount(verifyEmail, async (request, reply) => {
    const outcome = await service.registration.verify(request.body.email, request.body.code, request);
    return presentSignedIn(service, signedInOnly(outcome), request, reply);
  });

  mount(resendCode, async ({ body }) => {
    await service.registration.resend(body.email);
    return accepted;
  });

  mount(forgotPassword, async ({ body }) => {
    await service.passwords.forgot(body.email);
    return accepted;
  });

  mount(resetPassword, async ({ body }) => {
    await service.passwords.reset(body.email, body.code, body.password);
  });

  mount(changePassword, async ({ body, caller, address }) => {
    const who = { userId: caller.userId, sessionId: caller.sessionId, address };
    await service.passwords.change(who, body.current_password, body.new_password);
  });

  mount(getProfile, ({ caller }) => service.profiles.get(caller.userId));

  mount(updateProfile, async ({ body, caller }) => {
    await service.profiles.update(caller.userId, caller.userId, body);
    return service.profiles.get(caller.userId);
  });

  mount(exportMe, async ({ caller }) => {
    const { exportedAt, modules } = await service.deletion.export(caller.userId);
    return { exported_at: exportedAt.toISOString(), modules: { ...modules } };
  });

  mount(deleteMe, async ({ body, caller, address }) => {
    const who = { userId: caller.userId, sessionId: caller.sessionId, address };
    await service.deletion.deleteAccount(who, body?.password);
  });
}
