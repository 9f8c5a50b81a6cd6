/** The names of what a talk keeps at Redis. */
export interface TalkKeys {
  /** The channel of all messages. */
  channel: string
  topic(name: string): string
  /** Values, changes and state of a poll. */
  poll(name: string): [values: string, changes: string, state: string]
  /** How long something is kept after it was written last. Units: milliseconds. */
  expiryMs: number
}

/** A talk that was interrupted can be resumed for so long; see `keptHours`. Units: milliseconds. */
const expiryMs = 12 * 3_600_000

/** What all keys of a talk begin with. `id` is random and secret. */
export const prefixOf = (id: string): string => `korme:talk:${id}:`

/** Returns the names of what a talk keeps. */
export const talkKeys = (id: string): TalkKeys => ({
  channel: `${prefixOf(id)}messages`,
  topic: (name) => `${prefixOf(id)}topic:${name}`,
  poll: (name) => [`${prefixOf(id)}values:${name}`, `${prefixOf(id)}changes:${name}`, `${prefixOf(id)}state:${name}`],
  expiryMs,
})

/** A message as it is published: a line with the version, the process, its number and the topic; then the message. */
export interface Frame {
  version: number
  process: string
  /** Counts the messages of a process. */
  number: number
  topic: string
  /** JSON, or empty: what late comers get has changed, and is to be read again. */
  body: string
}

/** No message is longer: pages send 64 KB at most, and all polls of a deck need less. Units: UTF-16 units. */
const maxFrameUnits = 2_000_000
const maxHeadUnits = 200

/** Writes the first line without the version, which Redis adds. */
export const writeFrame = ({ process, number, topic }: Omit<Frame, 'version' | 'body'>): string =>
  `${process} ${number} ${topic}`

/** Reads a message, or returns null if it is none. */
export function readFrame(text: string): Frame | null {
  const end = text.indexOf('\n')
  if (end < 0 || end > maxHeadUnits || text.length > maxFrameUnits) return null
  const [version = '', process = '', number = '', topic = '', ...more] = text.slice(0, end).split(' ')
  const numbers = [version, number].map((one) => (/^\d{1,16}$/.test(one) ? Number(one) : Number.NaN))
  if (more.length > 0 || process === '' || topic === '' || !numbers.every(Number.isSafeInteger)) return null
  return { version: numbers[0]!, process, number: numbers[1]!, topic, body: text.slice(end + 1) }
}
