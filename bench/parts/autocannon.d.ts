/** The part of the load generator that is used here; the package brings no types. */
declare module 'autocannon' {
  type Request = { method?: 'GET' | 'POST'; path?: string; headers?: Record<string, string>; body?: string }
  type Options = {
    url: string
    connections: number
    /** Seconds. */
    duration: number
    requests: (Request & { setupRequest?: (request: Request) => Request })[]
  }
  type Result = {
    /** Per second. */
    requests: { average: number; total: number }
    /** Milliseconds. */
    latency: { p50: number; p97_5: number; p99: number }
    errors: number
    timeouts: number
    statusCodeStats: Record<string, { count: number }>
  }
  export default function autocannon(options: Options): Promise<Result>
}
