/**
 * How many forms one address, or one line's block of them, may post in a minute. Counted in memory: it keeps a
 * runaway script from filling the disk, and is no promise across servers. What
 * guards sign-in is counted in the database, by access/login.
 */
export function postLimit(perMinute: number, now: () => Date) {
  let minute = 0
  let counts = new Map<string, number>()
  /** True while `address` may post. */
  return (address: string): boolean => {
    const thisMinute = Math.floor(now().getTime() / 60_000)
    if (thisMinute !== minute) {
      minute = thisMinute
      counts = new Map()
    }
    const count = (counts.get(address) ?? 0) + 1
    counts.set(address, count)
    return count <= perMinute
  }
}
