/**
 * The rules whose words stand on the screen of whoever is beside somebody in a session. Each needs a text of its own
 * for them; without one the words do not compile, and a rule that is not here is shown on no such screen.
 */
import { afterSessionRules as E } from './after-session/rules.ts'
import { inSessionRules } from './in-session/rules.ts'

export const ROOM_RULES = { ...inSessionRules, E01: E.E01, E02: E.E02, E11: E.E11, E12: E.E12, E13: E.E13 }

export type RoomRuleId = keyof typeof ROOM_RULES

export const isRoomRule = (id: string): id is RoomRuleId => Object.hasOwn(ROOM_RULES, id)
