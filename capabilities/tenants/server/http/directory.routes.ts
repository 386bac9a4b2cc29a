import { Refusal } from '#base/refusal';
import type { ReplyControls } from '#platform/server/http';
import type { ServeDoor } from '#platform/server/modules';
import * as contract from '../../contract/index.ts';
import type { Directory } from '../directory/directories.ts';
import type { BegunTrip } from '../directory/trips.ts';
import type { TenantsService } from '../service.ts';

const binderCookie = 'quintet_directory';
const binderPath = '/companies';

function setBinder(reply: ReplyControls, { binder }: BegunTrip): void {
  // Lax: the provider's redirect comes from another site.
  reply.setCookie(binderCookie, binder, {
    path: binderPath,
    maxAgeSeconds: 600,
    sameSite: 'lax',
    httpOnly: true,
  });
}

function presentDirectory(directory: Directory, redirectUri: string): contract.Directory {
  const { sign_in_name, issuer, client_id, joins_as, hasSecret, updated_at } = directory;
  return {
    sign_in_name,
    issuer,
    client_id,
    has_secret: hasSecret,
    joins_as,
    redirect_uri: redirectUri,
    updated_at: updated_at.toISOString(),
  };
}

/** The page of somebody whom the directory did not let in. A fragment never reaches a server's log. */
function refusedAt({ code }: Refusal): string {
  return `${contract.directoryLandingPath}#${new URLSearchParams({ code })}`;
}

function parametersOf(query: Readonly<Record<string, unknown>>): URLSearchParams {
  const given = Object.entries(query).filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return new URLSearchParams(given);
}

/** The directories of companies, and the ways through them. */
export function serveDirectory({
  mount,
  service: { directories, identity, trips, workspace },
}: ServeDoor<TenantsService>): void {
  const { redirectUri } = directories;
  mount(contract.getDirectory, async ({ caller, params }) => {
    await workspace(caller, params.id);
    const directory = await directories.find(caller.userId, params.id);
    const presented = directory === undefined ? null : presentDirectory(directory, redirectUri);
    return { directory: presented, redirect_uri: redirectUri };
  });
  mount(contract.setDirectory, async ({ caller, params, body }) => {
    await workspace(caller, params.id);
    const { client_secret: clientSecret, ...input } = body;
    const set = await directories.set(caller.userId, params.id, { ...input, clientSecret });
    return presentDirectory(set, redirectUri);
  });
  mount(contract.removeDirectory, async ({ caller, params }) => {
    await workspace(caller, params.id);
    await directories.remove(caller.userId, params.id);
  });

  mount(contract.confirmByDirectory, async ({ caller, params, body }, reply) => {
    const { userId, sessionId } = caller;
    if (sessionId === null)
      throw new Refusal('forbidden', 'tenants.session_needed', 'A key has no session to confirm.');
    const trip = await trips.confirm({ userId, sessionId }, params.id, body.return_to);
    setBinder(reply, trip);
    return { authorization_url: trip.url };
  });
  mount(contract.signInByDirectory, async ({ params, query, log }, reply) => {
    try {
      const trip = await trips.signIn(params.name, query.return_to);
      setBinder(reply, trip);
      return trip.url;
    } catch (error) {
      // A person is looking at a browser window here: they get a page, not a problem document.
      if (!(error instanceof Refusal)) throw error;
      log.warn({ code: error.code }, 'sign-in by a directory refused');
      return refusedAt(error);
    }
  });
  mount(contract.returnFromDirectory, async (request, reply) => {
    reply.clearCookie(binderCookie, binderPath);
    try {
      const finished = await trips.finish(parametersOf(request.query), request.cookie(binderCookie), request);
      const { returnTo } = finished;
      if (finished.kind === 'confirmed') return returnTo ?? `/app/companies/${finished.companyId}`;
      return identity.land(finished.outcome, reply, { provider: 'directory', returnTo });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      request.log.warn({ code: error.code }, 'sign-in by a directory refused');
      return refusedAt(error);
    }
  });
}
