import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))
const owner = sql.raw(roleName('owner'))

/**
 * The texts a practice has loaded for instruments whose wording does not ship, each with what allows it to use
 * them. Rows are never updated: a change is a new version, and so is taking a text out of use.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table instrument_wording (
      practice_id            uuid not null references practice,
      instrument_wording_id  uuid not null default gen_random_uuid(),
      instrument             text not null,
      language               text not null check (language in ('en', 'es')),
      version                integer not null check (version > 0),
      -- Of the scorer that the text was held against.
      instrument_version     text not null,
      -- Null: this version takes the text out of use. As it was read: jsonb would put the questions in another order.
      wording                json,
      licence                jsonb,
      -- SHA-256 of the file, hex.
      file_hash              text check (file_hash ~ '^[0-9a-f]{64}$'),
      -- Why a text was taken out of use.
      because                text,
      uploaded_by            uuid not null,
      uploaded_by_name       text not null,
      uploaded_with          text not null check (uploaded_with in ('console', 'command')),
      uploaded_at            timestamptz not null,
      primary key (practice_id, instrument_wording_id),
      unique (practice_id, instrument, language, version),
      check (num_nulls(wording, licence, file_hash) in (0, 3)),
      check ((wording is null) = (because is not null))
    );
    alter table instrument_wording enable row level security, force row level security;
    create policy upkeep on instrument_wording to ${owner} using (true);
    create policy seen on instrument_wording for select to ${app}
      using (practice_id = access.practice() and access.kind() <> 'public');
    create policy loaded on instrument_wording for insert to ${app}
      with check (practice_id = access.practice() and access.kind() = 'practice'
        and access.role() = 'medical-director' and uploaded_by = access.actor());
    grant select, insert on instrument_wording to ${app}
  `.execute(db)
}
