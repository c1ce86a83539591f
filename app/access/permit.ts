/**
 * A permit is proof that somebody may do one thing: with one patient's record,
 * with the patients on their own list, with the practice, or as anybody.
 *
 * Only `Permit.ask` makes one. `inScope` joins it to a transaction whose
 * row-level policies see the same practice, actor, role, kind and patient;
 * everything in records/ takes that scope and nothing else, so an unchecked
 * query does not compile and a wrong one finds nothing.
 */
import { type Kysely, sql } from 'kysely'
import type { Database } from '../database/connection.ts'
import type { Tables } from '../database/tables.ts'
import { AppError } from '../system/errors.ts'
import { checkedUuid } from '../system/ids.ts'
import { type AboutPatient, type Action, type ActionOf, type Kind, ruleOf } from './actions.ts'
import { type Actor, NOBODY, type Role } from './actor.ts'

/** One patient's id, where the action is about one patient. */
type PatientOf<A extends Action> = A extends AboutPatient ? string : undefined

// Private fields make both classes nominal: no literal, cast-free spread or look-alike passes for one.
export class Permit<A extends Action = Action> {
  readonly #actor: Actor
  readonly #role: Role
  readonly #action: A
  readonly #patientId: PatientOf<A>

  private constructor(actor: Actor, role: Role, action: A, patientId: PatientOf<A>) {
    this.#actor = Object.freeze({ ...actor })
    this.#role = role
    this.#action = action
    this.#patientId = patientId
  }

  get actor() {
    return this.#actor
  }
  /** The one role, of those the actor holds, under which this was granted. */
  get role() {
    return this.#role
  }
  get action() {
    return this.#action
  }
  get patientId() {
    return this.#patientId
  }

  /**
   * Asks for a permit. The question and its answer are on record before this
   * returns, refusals too; a visitor's question about the public pages alone
   * leaves no trace. "Not yours" and "no such patient" answer alike.
   */
  static async ask<A extends Action>(
    db: Database,
    actor: Actor,
    action: A,
    ...[patientId]: A extends AboutPatient ? [patientId: string] : []
  ): Promise<Permit<A>> {
    const { kind, roles } = ruleOf(action)
    const role = actor.roles.find((held) => roles.includes(held))
    const permit = new Permit(actor, role ?? actor.roles[0] ?? 'visitor', action, patientId as PatientOf<A>)
    if (kind === 'public') {
      if (role) return permit
      throw new AppError('forbidden', `${action} is for visitors`)
    }
    // The database looks at membership and care team itself and writes down what it answered.
    const [answer] = await db.alone(sql<{ granted: boolean }>`
      select access.ask(
        ${checkedUuid(actor.practiceId)}, ${checkedUuid(actor.id)}, ${permit.role}, ${kind}, ${action},
        ${patientId === undefined ? null : checkedUuid(patientId)}, ${role !== undefined}, ${actor.cause ?? null}
      ) as granted`)
    if (answer?.granted !== true) throw new AppError('not-found', `${permit.role} refused ${action}`)
    return permit
  }
}

/** A permit and the transaction it is good for. Made by `inScope` alone. */
export class Scope<A extends Action = Action> {
  readonly #trx: Kysely<Tables>
  readonly #permit: Permit<A>
  #appeared: readonly string[] | undefined

  private constructor(trx: Kysely<Tables>, permit: Permit<A>) {
    this.#trx = trx
    this.#permit = permit
  }

  get trx() {
    return this.#trx
  }
  get action() {
    return this.#permit.action
  }
  get practiceId() {
    return this.#permit.actor.practiceId
  }
  get actorId() {
    return this.#permit.actor.id
  }
  /** The one role under which the permit was granted. */
  get role() {
    return this.#permit.role
  }
  get patientId() {
    return this.#permit.patientId
  }

  /**
   * Whose rows a list shows, or who came of a visitor's registration: each of these people finds it in their
   * access log.
   */
  appeared(patientIds: readonly string[]) {
    this.#appeared = [...new Set(patientIds)]
  }

  static read<A extends ActionOf<'patient' | 'practice'>, Result>(
    db: Database,
    permit: Permit<A>,
    work: (scope: Scope<A>) => Promise<Result>,
  ): Promise<Result> {
    const { kind } = ruleOf(permit.action)
    const opening = `set transaction read only; ${settingsOf(permit, kind)}`
    return db.inOneTrip(opening, (trx) => work(new Scope(trx, permit)))
  }

  static async open<A extends Action, Result>(
    db: Database,
    permit: Permit<A>,
    work: (scope: Scope<A>) => Promise<Result>,
  ): Promise<Result> {
    const { kind, writes } = ruleOf(permit.action)
    return db.inTransaction(settingsOf(permit, kind), async (trx) => {
      const scope = new Scope(trx, permit)
      const result = await work(scope)
      if (kind === 'list') {
        if (!scope.#appeared) throw new Error(`${permit.action} showed a list and told nobody who was on it`)
        await recordDone(trx, permit, kind, scope.#appeared)
      } else if (writes) {
        const about = permit.patientId === undefined ? (scope.#appeared ?? []) : [permit.patientId]
        await recordDone(trx, permit, kind, about)
      }
      return result
    })
  }
}

/** Runs `work` in one transaction that can see what this permit reaches and nothing else. */
export const inScope = Scope.open

/**
 * The same for what only reads, and asks everything at once: to the database and back once. Under a permit to write
 * too: the transaction refuses every write, so none is done without being put down as done.
 */
export const readInScope = Scope.read

/**
 * What row-level security will see. SET LOCAL and not set_config(): in a distributed database only
 * statements reach the other nodes. SET takes no parameters, hence the checked ids; role and kind are ours.
 */
const settingsOf = ({ actor, role, patientId }: Permit, kind: Kind) => `
  set local app.practice_id = '${checkedUuid(actor.practiceId)}';
  set local app.actor_id = '${checkedUuid(actor.id)}';
  set local app.role = '${role}';
  set local app.kind = '${kind}';
  set local app.patient_id = '${checkedUuid(patientId ?? NOBODY)}'`

/** The second half of the record: it happened, in the same transaction as what it speaks of. */
async function recordDone(
  trx: Kysely<Tables>,
  { actor, role, action }: Permit,
  kind: Kind,
  patientIds: readonly string[],
) {
  await trx
    .insertInto('audit_event')
    .values({
      practice_id: actor.practiceId,
      actor_id: actor.id,
      actor_role: role,
      kind,
      action,
      patient_ids: [...patientIds],
      outcome: 'done',
      cause: actor.cause ?? null,
    })
    .execute()
}
