import { penCount } from '../../model/wire/drawing.ts'
import type { ClientMessage, Role } from '../../model/wire/talk.ts'

/** What each role may say. Who may only look says hello and nothing else. */
const allowedTypes: Readonly<Record<Role, readonly ClientMessage['is'][]>> = {
  audience: ['hello'],
  remote: ['hello', 'pin', 'go', 'black', 'timer', 'laser', 'stroke', 'undo', 'clear'],
  speaker: ['hello', 'renew', 'go', 'black', 'timer', 'laser', 'stroke', 'undo', 'clear'],
}

/** Numbers of one message: a hand draws a few points at a time. */
const maxNumbers = 2_000
/** Units: px. No stage is larger, nor does a hand go far beyond its edges. */
const maxCoordinate = 10_000
/** Units: milliseconds; no talk lasts for a week. */
const maxElapsedMs = 7 * 24 * 3_600_000

type Fields = Readonly<Record<string, unknown>>

const isText = (value: unknown, length: number) =>
  typeof value === 'string' && value.length > 0 && value.length <= length
const isPageId = (value: unknown) => typeof value === 'string' && /^[\w-]{1,40}$/.test(value)
const isCoordinate = (value: unknown) => typeof value === 'number' && Math.abs(value) <= maxCoordinate
const isCount = (value: unknown, below: number) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < below
const isPoints = (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length % 2 === 0 &&
  value.length <= maxNumbers &&
  value.every(isCoordinate)
const isSpot = (value: unknown) => {
  if (value === null) return true
  const { page, x, y } = (value ?? {}) as Fields
  return isPageId(page) && isCoordinate(x) && isCoordinate(y)
}

/** For each thing to be said, whether its fields are what they should be. */
const validators: Readonly<Record<ClientMessage['is'], (fields: Fields) => boolean>> = {
  hello: ({ version }) => isCount(version, Number.MAX_SAFE_INTEGER),
  pin: ({ pin }) => isText(pin, 12),
  renew: () => true,
  go: ({ page }) => isPageId(page),
  black: ({ on }) => typeof on === 'boolean',
  timer: ({ elapsedMs, running }) =>
    typeof elapsedMs === 'number' && elapsedMs >= 0 && elapsedMs < maxElapsedMs && typeof running === 'boolean',
  laser: ({ spot }) => isSpot(spot),
  stroke: ({ page, id, pen, points }) => isPageId(page) && isText(id, 20) && isCount(pen, penCount) && isPoints(points),
  undo: ({ page }) => isPageId(page),
  clear: ({ page }) => isPageId(page),
}

/** The fields of each that are taken over; others are left behind. */
const fieldNames: Readonly<Record<ClientMessage['is'], readonly string[]>> = {
  hello: ['version'],
  pin: ['pin'],
  renew: [],
  go: ['page'],
  black: ['on'],
  timer: ['elapsedMs', 'running'],
  laser: ['spot'],
  stroke: ['page', 'id', 'pen', 'points'],
  undo: ['page'],
  clear: ['page'],
}

/** What a page said, where its role may say so and all its fields are sound; null otherwise. */
export function parseClientMessage(message: unknown, role: Role): ClientMessage | null {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return null
  const fields = message as Fields
  const is = allowedTypes[role].find((one) => one === fields.is)
  if (!is || !isText(fields.key, 100) || !validators[is](fields)) return null
  const taken = fieldNames[is].map((name) => [name, name === 'spot' ? spotOf(fields.spot) : fields[name]])
  return { ...Object.fromEntries(taken), is, key: fields.key } as ClientMessage
}

function spotOf(value: unknown) {
  if (value === null) return null
  const { page, x, y } = value as Fields
  return { page, x, y }
}
