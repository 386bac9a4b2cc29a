import { type Reader, sql } from '#platform/server/database';
import type { Profile } from '../../contract/index.ts';

interface ProfileRow {
  readonly id: string;
  readonly email: string | null;
  readonly email_verified: boolean;
  readonly display_name: string;
  readonly locale: Profile['locale'];
  readonly time_zone: string;
  readonly two_factor_enabled: boolean;
  readonly has_password: boolean;
  readonly providers: string[];
  readonly created_at: Date;
}

/** What a person sees of their own account, in one statement: the first thing every page asks for. */
export async function findProfile(reader: Reader, userId: string): Promise<ProfileRow | undefined> {
  return reader.row<ProfileRow>(sql`
    SELECT a.id, a.email, a.email_verified_at IS NOT NULL AS email_verified, a.display_name, a.locale, a.time_zone,
           a.totp_enabled_at IS NOT NULL AS two_factor_enabled, a.password_hash IS NOT NULL AS has_password,
           ARRAY(SELECT provider FROM identity.external_account e WHERE e.user_id = a.id ORDER BY provider) AS providers,
           a.created_at
      FROM identity.account a WHERE a.id = ${userId}::uuid`);
}
