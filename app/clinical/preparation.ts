/**
 * What somebody prepares before a session, which part counts as done, and their wishes card.
 *
 * Nothing here is a number of medicine. Touch that was not answered is no touch.
 * Source and sign-off: docs/clinical/preparation.md
 */
import * as z from 'zod/mini'

export const PREPARATION_PARTS = ['mindset', 'setting', 'grounding', 'wishes'] as const
export type PreparationPart = (typeof PREPARATION_PARTS)[number]

/** The walk through the room. Each may be left open: a room need not be perfect. */
export const SETTING_ITEMS = [
  'room',
  'light',
  'blankets',
  'mask',
  'triggers',
  'water',
  'bathroom',
  'phone',
  'pets',
  'music',
] as const
export type SettingItem = (typeof SETTING_ITEMS)[number]

export const GROUNDING_TOOLS = ['box-breathing', 'five-senses', 'feet'] as const
export type GroundingTool = (typeof GROUNDING_TOOLS)[number]

export const TOUCH = ['yes', 'no', 'only-where'] as const
export type Touch = (typeof TOUCH)[number]

/** Written sober, for the people in the room. An empty text was left open. */
export type Wishes = {
  words: string
  /** Missing: not answered, which nobody reads as a yes. */
  touch?: Touch | undefined
  /** Where a touch is welcome. */
  touchWhere: string
  /** Takes touch back, at any moment, without a word. */
  handSign: string
  callFirst: string
  callFirstPhone: string
  stopMusic: string
}

const text = z.string().check(z.maxLength(500))
const wishes: z.ZodMiniType<Wishes> = z.object({
  words: text,
  touch: z.optional(z.enum(TOUCH)),
  touchWhere: text,
  handSign: text,
  callFirst: text,
  callFirstPhone: text,
  stopMusic: text,
})

/** @returns undefined for what is no card of this shape */
export function parseWishes(value: unknown): Wishes | undefined {
  const parsed = wishes.safeParse(value)
  return parsed.success ? parsed.data : undefined
}

/** Whether a card counts as done: touch is answered, and somebody to call is named. */
export const isCardDone = ({ touch, touchWhere, callFirst }: Wishes): boolean =>
  touch !== undefined && (touch !== 'only-where' || touchWhere.trim() !== '') && callFirst.trim() !== ''

const setting = z.object({ ready: z.array(z.enum(SETTING_ITEMS)) })

/** What of the room is ready, from a stored sheet. */
export function parseSetting(value: unknown): readonly SettingItem[] {
  const parsed = setting.safeParse(value)
  return parsed.success ? parsed.data.ready : []
}
