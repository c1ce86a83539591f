/** Ends processes, some of which may be ending by themselves at this very moment. */
export function killAll(found: readonly { pid: number }[]): void {
  for (const { pid } of found) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
    }
  }
}
