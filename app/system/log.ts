import pino from 'pino'

/**
 * Everything a log line may hold. Ids, codes and route templates; never a name, an answer, an address
 * with its query, or an error's own text where that could quote a value.
 */
const ALLOWED = [
  'action',
  'code',
  'count',
  'durationMs',
  'job',
  'message',
  'method',
  'port',
  'practiceId',
  'requestId',
  'route',
  'sqlState',
  'stack',
  'status',
  'task',
] as const

type Field = (typeof ALLOWED)[number]
export type LogFields = Partial<Record<Field, string | number | undefined>>

/** `what` is a fixed sentence of ours: never built from a value. */
export type Log = Record<'info' | 'warn' | 'error', (what: string, fields?: LogFields) => void>

export function openLog(destination: pino.DestinationStream = pino.destination(2), level = 'info'): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination)
  const write =
    (method: keyof Log) =>
    (what: string, fields: LogFields = {}) =>
      logger[method](allowed(fields), what)
  return { info: write('info'), warn: write('warn'), error: write('error') }
}

// At run time as well: a spread of some larger object passes the types.
const allowed = (fields: LogFields) =>
  Object.fromEntries(
    ALLOWED.flatMap((field) => (fields[field] === undefined ? [] : [[field, fields[field]]])),
  )

/**
 * What may be said of an error. PostgreSQL quotes the row in `detail` and sometimes in the message
 * ("invalid input syntax for type uuid: …"), so of its errors only the code is kept.
 */
export function fieldsOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { code: 'thrown-value' }
  const sqlState = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const frames = error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .join('\n')
  return { code: error.name, sqlState, stack: frames }
}
