/** The pages of a session day: of the patient's own screen, and of whoever is there. */
const ROOM = /^\/(portal\/day|care-team\/day\/[^/]+)(\/|$)/

/** Whether a login that was kept for a session still opens this address. */
export const isRoomPath = (path: string): boolean => ROOM.test(path)
