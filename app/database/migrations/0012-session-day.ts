import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'
import { isOnMyList } from './on-my-list.ts'

const app = sql.raw(roleName('app'))

/**
 * The day of a session: which event a finding was found in, the board of sessions under way, and an end that is
 * written once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table finding
      add column session_event_id uuid,
      add foreign key (practice_id, session_id, session_event_id) references session_event,
      -- One event finds the same thing once.
      add unique (practice_id, session_id, session_event_id, rule_id, rule_version);

    -- The board says when something was last heard of a session.
    create policy seen_on_list on session_event for select to ${app}
      using (practice_id = access.practice() and access.kind() = 'list'
        and ${isOnMyList('session_event.patient_id')});

    -- What the integration window counts from does not move.
    create function access.keep_session_end() returns trigger language plpgsql as $$
    begin
      if old.ended_at is not null and new.ended_at is distinct from old.ended_at then
        raise exception 'a session ends once' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger session_ends_once before update on dosing_session
      for each row execute function access.keep_session_end();

    -- Whoever saw or settled an alert first stays the one who did.
    create function access.keep_alert() returns trigger language plpgsql as $$
    begin
      if (old.seen_at is not null and (new.seen_at, new.seen_by) is distinct from (old.seen_at, old.seen_by))
        or (old.settled_at is not null
          and (new.settled_at, new.settled_by) is distinct from (old.settled_at, old.settled_by)) then
        raise exception 'an alert is seen and settled once' using errcode = 'check_violation';
      end if;
      return new;
    end $$;
    create trigger alert_kept before update on alert for each row execute function access.keep_alert()
  `.execute(db)
}
