import { isStaff } from '../access/actor.ts'
import type { Room } from '../care/read-room.ts'
import { roomLastsUntil } from '../care/room-lasts.ts'
import type { RouteContext } from './route.ts'

/**
 * A phone beside somebody is locked and picked up again: its login is kept for the pages of the session as long as these
 * stay, so that help and stop need no sign-in. Staff keep their own limits.
 */
export async function keepLogin(c: RouteContext, room: Room | undefined): Promise<void> {
  const { member, services } = c.var
  const now = services.now()
  if (!room) return
  const { booked, reading } = room.session
  const until = roomLastsUntil(booked, reading.session.swallows.length > 0, now)
  if (until === undefined || until <= now || member === undefined || isStaff(member)) return
  const cookies = await services.login.keepSession(c.req.raw.headers, until.getTime() - now.getTime())
  for (const cookie of cookies) c.header('set-cookie', cookie, { append: true })
}
