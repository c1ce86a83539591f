import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))
const owner = sql.raw(roleName('owner'))

/**
 * Whom a patient asks to be there, what they prepared, what has to be in force on the day, and a rota that can be
 * changed: all that stands between a delivery and a session.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await people(db)
  await preparation(db)
  await booking(db)
}

async function people(db: Kysely<unknown>) {
  await sql`
    create table invitation (
      practice_id       uuid not null,
      invitation_id     uuid not null,  -- made with the page, so a retry is harmless
      patient_id        uuid not null,
      part              text not null check (part in ('support', 'backup', 'therapist')),
      name              text not null,
      relationship      text,
      account_id        uuid not null,
      -- Null while the address belongs to somebody who has another place here: nobody is told that they have.
      actor_id          uuid,
      is_near           boolean not null,
      invited_at        timestamptz not null,
      mailed_at         timestamptz,
      until             timestamptz,
      agreed_at         timestamptz,
      agreed_version    integer,
      agreed_language   text,
      revoked_at        timestamptz,
      primary key (practice_id, invitation_id),
      foreign key (practice_id, patient_id) references patient,
      foreign key (practice_id, actor_id) references member,
      check (num_nulls(agreed_at, agreed_version, agreed_language) in (0, 3))
    );
    create unique index invitation_once on invitation (practice_id, patient_id, account_id) where revoked_at is null;
    -- One person to be there, and one in reserve.
    create unique index invitation_part on invitation (practice_id, patient_id, part)
      where revoked_at is null and part <> 'therapist';

    alter table invitation enable row level security, force row level security;
    create policy upkeep on invitation to ${owner} using (true);
    create policy seen_of_patient on invitation for select to ${app} using (
      practice_id = access.practice() and access.kind() in ('patient', 'system') and patient_id = access.patient());
    -- The patient notes that the mail went out; the invited person agrees. Nobody else writes here.
    create policy carried_on on invitation for update to ${app} using (
      practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient()
      and revoked_at is null and access.actor() in (patient_id, actor_id));
    grant select, update (mailed_at, agreed_at, agreed_version, agreed_language) on invitation to ${app};

    -- A patient adds a person of their own, and nobody else's. Whoever has an account here under another role is
    -- not given a second one: roles hold for everybody's record, and would reach further than this patient meant.
    create function access.add_person(
      new_id uuid, new_part text, new_name text, new_relationship text, new_account uuid,
      new_is_near boolean, new_until timestamptz, new_at timestamptz
    ) returns text language plpgsql volatile security definer set search_path = public, pg_temp as $$
    declare
      practice uuid := access.practice();
      about uuid := access.patient();
      new_role text := case new_part when 'therapist' then 'therapist' else 'support-person' end;
      known record;
      added uuid;
    begin
      if access.kind() is distinct from 'patient' or access.role() is distinct from 'patient'
        or access.actor() is distinct from about or about is null then
        raise exception 'only a patient adds people of their own' using errcode = 'insufficient_privilege';
      end if;
      perform from patient where patient.practice_id = practice and patient.patient_id = about for update;
      if not found then
        raise exception 'no such patient' using errcode = 'insufficient_privilege';
      end if;

      perform from invitation where invitation.practice_id = practice and invitation.invitation_id = new_id;
      if found then return 'already'; end if;

      -- What ran out is over, and does not stand in the way of asking the same person again.
      update invitation set revoked_at = new_at
        where invitation.practice_id = practice and invitation.patient_id = about
          and invitation.revoked_at is null and invitation.until <= new_at;

      select member.actor_id, member.roles, member.ended_at into known from member
        where member.practice_id = practice and member.account_id = new_account;
      if known.actor_id is null then
        added := gen_random_uuid();
        if new_role = 'support-person' then
          insert into related_person (practice_id, related_person_id, patient_id, name, relationship)
            values (practice, added, about, new_name, coalesce(new_relationship, ''));
        end if;
        insert into member (practice_id, actor_id, account_id, name, roles)
          values (practice, added, new_account, new_name, array[new_role]);
      elsif known.roles = array[new_role] and known.ended_at is null then
        added := known.actor_id;
      end if;

      insert into invitation (practice_id, invitation_id, patient_id, part, name, relationship, account_id,
          actor_id, is_near, invited_at, until)
        values (practice, new_id, about, new_part, new_name, new_relationship, new_account, added, new_is_near,
          new_at, new_until);
      if added is not null then
        insert into care_team_member (practice_id, patient_id, actor_id, until) values (practice, about, added, new_until)
          on conflict (practice_id, patient_id, actor_id) do update set until = excluded.until, revoked_at = null;
      end if;
      return 'added';
    end $$;

    -- In one tap, and silently: what they had open is closed with their next click. Staff stay.
    create function access.take_back_person(was_invitation uuid, was_actor uuid, at timestamptz) returns void
      language plpgsql volatile security definer set search_path = public, pg_temp as $$
    begin
      if access.kind() is distinct from 'patient' or access.role() is distinct from 'patient'
        or access.actor() is distinct from access.patient() then
        raise exception 'only a patient takes back what they gave' using errcode = 'insufficient_privilege';
      end if;
      update invitation set revoked_at = at
        where practice_id = access.practice() and patient_id = access.patient() and revoked_at is null
          and (invitation_id = was_invitation or actor_id = was_actor);
      update care_team_member as team set revoked_at = at
        where team.practice_id = access.practice() and team.patient_id = access.patient()
          and team.actor_id = was_actor and team.revoked_at is null and exists (
            select from member where member.practice_id = team.practice_id and member.actor_id = team.actor_id
              and member.roles <@ array['support-person', 'therapist']);
      update share set revoked_at = at
        where practice_id = access.practice() and patient_id = access.patient()
          and recipient_id = was_actor and revoked_at is null;
    end $$;
    revoke all on function access.add_person(uuid, text, text, text, uuid, boolean, timestamptz, timestamptz) from public;
    revoke all on function access.take_back_person(uuid, uuid, timestamptz) from public;
    grant execute on function access.add_person(uuid, text, text, text, uuid, boolean, timestamptz, timestamptz) to ${app};
    grant execute on function access.take_back_person(uuid, uuid, timestamptz) to ${app}
  `.execute(db)
}

async function preparation(db: Kysely<unknown>) {
  await sql`
    -- Which part is done, without what was written in it: the words themselves are sealed in answer_sheet.
    create table preparation_part (
      practice_id  uuid not null,
      patient_id   uuid not null,
      part         text not null check (part in ('mindset', 'setting', 'grounding', 'wishes')),
      done_at      timestamptz not null,
      primary key (practice_id, patient_id, part),
      foreign key (practice_id, patient_id) references patient
    );
    alter table preparation_part enable row level security, force row level security;
    create policy upkeep on preparation_part to ${owner} using (true);
    create policy seen_of_patient on preparation_part for select to ${app} using (
      practice_id = access.practice() and access.kind() in ('patient', 'system') and patient_id = access.patient());
    create policy written on preparation_part for insert to ${app} with check (
      practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient()
      and access.actor() = patient_id);
    grant select, insert on preparation_part to ${app};

    -- An intention is the person's own: nobody on the team is shown it.
    create policy private on answer_sheet as restrictive for select to ${app} using (
      practice_id = access.practice() and (kind <> 'intention' or authored_by = access.actor()))
  `.execute(db)
}

async function booking(db: Kysely<unknown>) {
  await sql`
    -- Grounds for treating somebody at a distance that no other table holds: basis and licence.
    create table standing_ground (
      practice_id       uuid not null,
      ground_id         uuid not null,
      patient_id        uuid not null,
      subject           text not null check (subject in ('telehealth-basis', 'licence')),
      state             text not null,
      from_on           date not null,
      ends_on           date not null,
      recorded_by       uuid not null,
      recorded_by_name  text not null,
      recorded_at       timestamptz not null,
      primary key (practice_id, ground_id),
      foreign key (practice_id, patient_id) references patient,
      check (ends_on >= from_on)
    );
    create index standing_ground_of_patient on standing_ground (practice_id, patient_id, subject);
    alter table standing_ground enable row level security, force row level security;
    create policy upkeep on standing_ground to ${owner} using (true);
    create policy seen_of_patient on standing_ground for select to ${app} using (
      practice_id = access.practice() and access.kind() in ('patient', 'system') and patient_id = access.patient());
    create policy written on standing_ground for insert to ${app} with check (
      practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient()
      and recorded_by = access.actor() and access.role() in ('prescriber', 'care-coordinator'));
    grant select, insert on standing_ground to ${app};

    alter table duty
      add column planned_by uuid,
      add column planned_by_name text,
      add column withdrawn_at timestamptz,
      add column withdrawn_by uuid;
    create policy withdrawn on duty for update to ${app}
      using (practice_id = access.practice() and access.kind() = 'practice');
    grant update (withdrawn_at, withdrawn_by) on duty to ${app};
    create index duty_in_time on duty (practice_id, to_at) where withdrawn_at is null;

    -- Who is on duty is named to everybody it concerns.
    create policy seen_on_duty on member for select to ${app} using (
      practice_id = access.practice() and access.kind() in ('patient', 'system', 'list') and exists (
        select from duty where duty.practice_id = member.practice_id and duty.clinician_id = member.actor_id));

    -- Does a booked session rest on this duty? Asked where no patient's record is in reach.
    create function access.is_duty_needed(about_duty uuid) returns boolean
      language sql stable security definer set search_path = public, pg_temp
      return access.kind() = 'practice' and exists (
        select from duty join dosing_session as session
          on session.practice_id = duty.practice_id and session.duty_clinician_id = duty.clinician_id
          and session.starts_at < duty.to_at and session.planned_end_at > duty.from_at
        where duty.practice_id = access.practice() and duty.duty_id = about_duty
          and session.cancelled_at is null and session.ended_at is null);
    revoke all on function access.is_duty_needed(uuid) from public;
    grant execute on function access.is_duty_needed(uuid) to ${app};

    -- An appointment goes with its session without anybody having called it off; and what the person chose when
    -- their therapist did.
    alter table appointment drop constraint appointment_state_check,
      add constraint appointment_state_check check (state in
        ('booked', 'kept', 'cancelled-by-therapist', 'cancelled-by-patient', 'cancelled-with-session')),
      add column way_on text check (way_on in ('other-slots', 'in-house-cover', 'keep-with-a-call', 'move-the-session')),
      add column way_on_at timestamptz,
      add check ((way_on is null) = (way_on_at is null));
    grant update (way_on, way_on_at) on appointment to ${app};
    -- One stands for a session at a time.
    create unique index appointment_standing on appointment (practice_id, session_id)
      where kind = 'integration' and state = 'booked';
    -- Nobody is met twice at once.
    create unique index appointment_with on appointment (practice_id, with_id, starts_at) where state = 'booked'
  `.execute(db)
}
