import { text } from 'node:stream/consumers';
import { Refusal } from '#base/refusal';
import type { CliCommand } from '#platform/server/modules';
import { normalEmail } from '../accounts/email.rules.ts';
import { foundAccount } from '../accounts/founding.ts';
import { checkPassword } from '../passwords/password.rules.ts';
import { randomToken } from '../secrets/opaque.ts';
import type { IdentityService } from '../service.ts';

const emailPattern = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

const createAdmin: CliCommand<IdentityService> = {
  path: 'admin create',
  summary: 'Make an administrator, or make an existing account one',
  args: ['<email>'],
  options: [
    {
      flags: '--password-stdin',
      description: 'read the password from standard input; otherwise one is made and printed',
    },
    { flags: '--name <name>', description: 'display name', default: 'Administrator' },
  ],
  async run({ args, options, print, service, platform }) {
    const email = normalEmail(args[0] ?? '');
    if (!emailPattern.test(email)) {
      throw new Refusal('invalid', 'identity.email_invalid', 'Give an e-mail address.');
    }
    const fromInput = options['passwordStdin'] === true;
    const given = fromInput ? (await text(process.stdin)).replace(/\r?\n$/, '') : undefined;
    const password = given ?? randomToken().slice(0, 20);
    checkPassword(password, email);
    const { database, clock } = platform;
    const { hasher, announcements, auditLog: audit } = service;
    const name = options['name'];
    const created = await foundAccount(
      { database, clock, hasher, announcements, audit },
      {
        email,
        displayName: typeof name === 'string' ? name : 'Administrator',
        password,
        roles: ['user', 'admin'],
        existing: 'promote',
      },
    );
    const done = created ? 'made' : 'is an administrator now; the password was replaced';
    print(`Administrator ${email}: ${done}.`);
    if (given === undefined) print(`Password (shown once): ${password}`);
  },
};

const rotateKeys: CliCommand<IdentityService> = {
  path: 'keys rotate',
  summary: 'Put the next signing key in force now',
  async run({ print, service }) {
    await service.keyring.rotate(true);
    print(`The active signing key is now ${(await service.keyring.signer()).kid}.`);
  },
};

const verifyAudit: CliCommand<IdentityService> = {
  path: 'audit verify',
  summary: 'Walk the audit log and check that nothing was changed or removed',
  async run({ print, service, platform }) {
    const verdict = await service.auditLog.verify(platform.database);
    if (verdict.kind === 'broken') {
      throw new Refusal('conflict', 'identity.audit_broken', `Entry ${verdict.seq}: ${verdict.reason}.`);
    }
    print(`The audit log is intact: ${verdict.head.seq} entries, head ${verdict.head.hash || '(empty)'}.`);
  },
};

export const commands: readonly CliCommand<IdentityService>[] = [createAdmin, rotateKeys, verifyAudit];
