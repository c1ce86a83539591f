import { type Kysely, sql } from 'kysely'
import { roleName } from '../roles.ts'

const app = sql.raw(roleName('app'))

/**
 * What a prescriber signed of a plan never changes again, and an order is written from a signed plan alone. The
 * e-prescriber's entry is kept beside its order; once the two agree, neither changes.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await plans(db)
  await orders(db)
  await exceptions(db)
}

const here = sql`practice_id = access.practice() and access.kind() = 'patient' and patient_id = access.patient()`

async function plans(db: Kysely<unknown>) {
  await sql`
    alter table plan_version
      add column seen_by_patient_at timestamptz,
      add check (seen_by_patient_at is null or signed_at is not null);
    grant update (seen_by_patient_at) on plan_version to ${app};

    create function access.guard_plan_version() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'a version of a plan is kept' using errcode = 'restrict_violation';
      end if;
      if (new.practice_id, new.patient_id, new.version)
        is distinct from (old.practice_id, old.patient_id, old.version)
      then
        raise exception 'whose plan it is does not change' using errcode = 'restrict_violation';
      end if;
      if old.signed_at is not null
        and (new.plan, new.checks, new.protocol_version, new.drafted_by, new.drafted_by_name, new.drafted_at,
          new.signed_by, new.signed_by_name, new.signed_at)
        is distinct from
          (old.plan, old.checks, old.protocol_version, old.drafted_by, old.drafted_by_name, old.drafted_at,
          old.signed_by, old.signed_by_name, old.signed_at)
      then
        raise exception 'a signed plan does not change' using errcode = 'restrict_violation';
      end if;
      if old.seen_by_patient_at is not null and new.seen_by_patient_at is distinct from old.seen_by_patient_at then
        raise exception 'when it was first seen does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger guard before update or delete on plan_version
      for each row execute function access.guard_plan_version();
    revoke all on function access.guard_plan_version() from public;

    -- A prescriber drafts, and signs in their own name; the patient's only trace is that they have seen it.
    drop policy written on plan_version;
    create policy drafted on plan_version for insert to ${app}
      with check (${here} and access.role() = 'prescriber' and drafted_by = access.actor() and signed_at is null);
    drop policy carried_on on plan_version;
    create policy carried_on on plan_version for update to ${app}
      using (${here} and (
        (access.role() = 'prescriber' and signed_at is null)
        or (access.role() = 'patient' and signed_at is not null)))
      with check (${here} and (
        access.role() = 'patient' or coalesce(signed_by, drafted_by) = access.actor()))
  `.execute(db)
}

async function orders(db: Kysely<unknown>) {
  await sql`
    alter table supply_order
      -- As the e-prescriber has it.
      add column reference_strength_mg numeric,
      add column prescribed_on date,
      add column referenced_by_name text,
      -- Entries that did not match and were entered again.
      add column earlier_references jsonb not null default '[]',
      -- Before anything of it came, by a prescriber, with a reason.
      add column withdrawn_at timestamptz,
      add column withdrawn_by_name text,
      add column withdrawn_because text,
      add check (num_nulls(withdrawn_at, withdrawn_by_name, withdrawn_because) in (0, 3)),
      add check (num_nulls(pharmacy, reference, reference_units, reference_strength_mg, prescribed_on,
        referenced_by, referenced_by_name, referenced_at) in (0, 8));
    grant update (reference_strength_mg, prescribed_on, referenced_by_name, earlier_references,
      withdrawn_at, withdrawn_by_name, withdrawn_because) on supply_order to ${app};

    create function access.guard_supply_order() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        raise exception 'an order is kept' using errcode = 'restrict_violation';
      end if;
      if (new.practice_id, new.supply_order_id, new.patient_id, new.plan_version, new.units, new.strength_mg,
          new.ordered_by, new.ordered_by_name, new.ordered_at)
        is distinct from
          (old.practice_id, old.supply_order_id, old.patient_id, old.plan_version, old.units, old.strength_mg,
          old.ordered_by, old.ordered_by_name, old.ordered_at)
      then
        raise exception 'what was ordered does not change' using errcode = 'restrict_violation';
      end if;
      if old.withdrawn_at is not null and new is distinct from old then
        raise exception 'an order that was withdrawn does not change' using errcode = 'restrict_violation';
      end if;
      if old.reference_units = old.units and old.reference_strength_mg = old.strength_mg
        and (new.pharmacy, new.reference, new.reference_units, new.reference_strength_mg, new.prescribed_on,
          new.referenced_by, new.referenced_at, new.earlier_references)
        is distinct from
          (old.pharmacy, old.reference, old.reference_units, old.reference_strength_mg, old.prescribed_on,
          old.referenced_by, old.referenced_at, old.earlier_references)
      then
        raise exception 'an entry that matches does not change' using errcode = 'restrict_violation';
      end if;
      return new;
    end $$;
    create trigger guard before update or delete on supply_order
      for each row execute function access.guard_supply_order();
    revoke all on function access.guard_supply_order() from public;

    drop policy written on supply_order;
    create policy ordered on supply_order for insert to ${app}
      with check (${here} and access.role() = 'prescriber' and ordered_by = access.actor() and exists (
        select from plan_version as plan
        where plan.practice_id = supply_order.practice_id and plan.patient_id = supply_order.patient_id
          and plan.version = supply_order.plan_version and plan.signed_at is not null));
    drop policy carried_on on supply_order;
    create policy carried_on on supply_order for update to ${app}
      using (${here} and access.role() in ('prescriber', 'care-coordinator', 'patient'))
      with check (${here} and access.role() = 'prescriber')
  `.execute(db)
}

async function exceptions(db: Kysely<unknown>) {
  await sql`
    -- How many plans of the whole practice depart from its protocol: a number, and nobody's name.
    create function access.count_plans_with_exceptions() returns bigint
      language sql stable security definer set search_path = public, pg_temp
      begin atomic
        select count(*) from plan_version as plan
        where plan.practice_id = access.practice() and plan.signed_at is not null
          and plan.checks @? '$[*] ? (@.severity == "exception")'
          and not exists (
            select from plan_version as later
            where later.practice_id = plan.practice_id and later.patient_id = plan.patient_id
              and later.version > plan.version and later.signed_at is not null)
          and access.kind() = 'list' and access.role() = 'medical-director'
          and exists (
            select from member
            where member.practice_id = access.practice() and member.actor_id = access.actor()
              and access.role() = any (member.roles) and member.ended_at is null);
      end;
    revoke all on function access.count_plans_with_exceptions() from public;
    grant execute on function access.count_plans_with_exceptions() to ${app}
  `.execute(db)
}
