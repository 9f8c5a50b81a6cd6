import { langs } from '../../model/lang.ts'
import { limits } from '../../model/limits.ts'
import { drawingLimits, penCount } from '../../model/wire/drawing.ts'
import { rehearsalLimits } from '../../model/wire/rehearsal.ts'
import { stageChoices, stageTextLimit } from '../../model/wire/stage-message.ts'
import type { ClientMessage, Role, TalkAction } from '../../model/wire/talk.ts'
import { wifiFault } from '../../model/wire/wifi.ts'

/** What controls a talk. */
const actionTypes = ['go', 'black', 'timer', 'laser', 'stroke', 'erase', 'undo', 'clear', 'stage', 'dismiss'] as const

/** What the speaker and remotes do with votes and questions. */
const deskTypes = ['poll', 'question', 'screen'] as const

/** The messages that each role may send. */
const allowedTypes: Readonly<Record<Role, readonly ClientMessage['type'][]>> = {
  audience: ['hello', 'languages', 'vote', 'ask', 'second'],
  remote: ['hello', 'languages', 'pin', ...actionTypes, ...deskTypes],
  speaker: ['hello', 'languages', 'renew', 'network', 'wifi', ...actionTypes, ...deskTypes, 'results', 'rehearsed'],
}

/** The maximum count of coordinates in one message; a page sends a few points at a time. */
const maxNumbers = 2_000
/** No page has so many lines. */
const maxSteps = 10_000
/** No poll has so many options. */
const maxOptions = 100
/** A longer question is refused in words by its page; here it is only bounded. Units: UTF-16 units. */
const maxTextUnits = 10_000
/** No talk lasts a week. Units: milliseconds. */
const maxElapsedMs = 7 * 24 * 3_600_000

type Fields = Readonly<Record<string, unknown>>

const isText = (value: unknown, length: number) =>
  typeof value === 'string' && value.length > 0 && value.length <= length
const isPageId = (value: unknown) => typeof value === 'string' && /^[\w-]{1,40}$/.test(value)
const isCoordinate = (value: unknown) => typeof value === 'number' && Math.abs(value) <= drawingLimits.coordinate
const isCount = (value: unknown, below: number) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) < below
const isVersion = (value: unknown) => isCount(value, Number.MAX_SAFE_INTEGER)
/** A tag of a language has the shape of an id. */
const isTagOrNull = (value: unknown) => value === null || isPageId(value)
/** A random id. */
const isVoter = (value: unknown) => typeof value === 'string' && /^[\w-]{16,64}$/.test(value)
const isPoints = (value: unknown) =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length % 2 === 0 &&
  value.length <= maxNumbers &&
  value.every(isCoordinate)
/** A choice has no text, and the other way around. */
const isStageMessage = (value: unknown) => {
  const { id, choice, text } = (value ?? {}) as Fields
  if (!isPageId(id) || typeof text !== 'string') return false
  if (choice !== null) return text === '' && stageChoices.some((one) => one === choice)
  return text.trim() !== '' && text.length <= stageTextLimit
}
const isSpot = (value: unknown) => {
  if (value === null) return true
  const { page, x, y } = (value ?? {}) as Fields
  return isPageId(page) && isCoordinate(x) && isCoordinate(y)
}

const isTimes = (value: unknown) =>
  Array.isArray(value) &&
  value.length <= rehearsalLimits.slides &&
  value.every((one: unknown) => {
    const { slide, ms } = (one ?? {}) as Fields
    return isCount(slide, limits.slides + 1) && slide !== 0 && isCount(ms, rehearsalLimits.ms + 1)
  })
const isHash = (value: unknown) => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value)

const isWifi = (value: unknown) => {
  if (value === null) return true
  const { name, password } = (value ?? {}) as Fields
  return typeof name === 'string' && typeof password === 'string' && wifiFault({ name, password }) === null
}

/** Checks the fields of each type of message. */
const validators: Readonly<Record<ClientMessage['type'], (fields: Fields) => boolean>> = {
  // Pages with one language send no tags.
  hello: ({ version, shown = null, read = null, voter = null }) =>
    isVersion(version) && isTagOrNull(shown) && isTagOrNull(read) && (voter === null || isVoter(voter)),
  languages: ({ version, shown, read }) => isVersion(version) && isPageId(shown) && isTagOrNull(read),
  pin: ({ pin }) => isText(pin, 12),
  renew: () => true,
  network: ({ network }) => isText(network, 100),
  // An absent one is not meant to remove it.
  wifi: ({ wifi }) => isWifi(wifi),
  // A page without steps need not send any.
  go: ({ page, step = null }) => isPageId(page) && (step === null || isCount(step, maxSteps)),
  black: ({ on }) => typeof on === 'boolean',
  timer: ({ elapsedMs, running }) =>
    typeof elapsedMs === 'number' && elapsedMs >= 0 && elapsedMs < maxElapsedMs && typeof running === 'boolean',
  laser: ({ spot }) => isSpot(spot),
  stroke: ({ page, id, pen, points }) => isPageId(page) && isText(id, 20) && isCount(pen, penCount) && isPoints(points),
  erase: ({ page, id }) => isPageId(page) && isText(id, 20),
  undo: ({ page }) => isPageId(page),
  stage: ({ message }) => isStageMessage(message),
  dismiss: ({ id }) => isPageId(id),
  clear: ({ page }) => isPageId(page),
  vote: ({ voter, poll, options }) =>
    isVoter(voter) &&
    isText(poll, 100) &&
    Array.isArray(options) &&
    options.length <= maxOptions &&
    options.every((key) => isText(key, 40)),
  ask: ({ voter, id, text }) =>
    isVoter(voter) && isVoter(id) && typeof text === 'string' && text.length <= maxTextUnits,
  second: ({ voter, question, on }) => isVoter(voter) && isPageId(question) && typeof on === 'boolean',
  poll: ({ poll, open, shown }) => isText(poll, 100) && typeof open === 'boolean' && typeof shown === 'boolean',
  question: ({ question, state }) => isPageId(question) && ['waiting', 'passed', 'dropped'].includes(state as string),
  screen: ({ question }) => question === null || isPageId(question),
  results: () => true,
  rehearsed: ({ times, lang, base = null }) =>
    isTimes(times) && langs.some((one) => one === lang) && (base === null || isHash(base)),
}

/** The fields of each type that are kept. */
const fieldNames: Readonly<Record<ClientMessage['type'], readonly string[]>> = {
  hello: ['version', 'shown', 'read', 'voter'],
  languages: ['version', 'shown', 'read'],
  pin: ['pin'],
  renew: [],
  network: ['network'],
  wifi: ['wifi'],
  go: ['page', 'step'],
  black: ['on'],
  timer: ['elapsedMs', 'running'],
  laser: ['spot'],
  stroke: ['page', 'id', 'pen', 'points'],
  erase: ['page', 'id'],
  undo: ['page'],
  stage: ['message'],
  dismiss: ['id'],
  clear: ['page'],
  vote: ['voter', 'poll', 'options'],
  ask: ['voter', 'id', 'text'],
  second: ['voter', 'question', 'on'],
  poll: ['poll', 'open', 'shown'],
  question: ['question', 'state'],
  screen: ['question'],
  results: [],
  rehearsed: ['times', 'lang', 'base'],
}

/** Returns a message of a page if its role may send it and all its fields are valid, else null. */
export function parseClientMessage(message: unknown, role: Role): ClientMessage | null {
  const read = parseFields(message, allowedTypes[role])
  if (!read || !isText(read.key, 100)) return null
  return { ...read.kept, key: read.key } as ClientMessage
}

/** Returns an action that another process has published, if all its fields are valid, else null. */
export function parseTalkAction(message: unknown): TalkAction | null {
  const read = parseFields(message, actionTypes)
  return read && (read.kept as TalkAction)
}

function parseFields(message: unknown, types: readonly ClientMessage['type'][]): { kept: object; key: unknown } | null {
  if (typeof message !== 'object' || message === null || Array.isArray(message)) return null
  const fields = message as Fields
  const type = types.find((one) => one === fields.type)
  if (!type || !validators[type](fields)) return null
  const kept = fieldNames[type].map((name) => [name, (copiedFields[name] ?? copyValue)(fields[name] ?? null)])
  return { kept: { ...Object.fromEntries(kept), type }, key: fields.key }
}

const copyValue = (value: unknown): unknown => value

/** Objects lose what does not belong to them. */
const copiedFields: Readonly<Record<string, (value: unknown) => unknown>> = {
  spot: (value) => {
    const { page, x, y } = (value ?? {}) as Fields
    return value && { page, x, y }
  },
  message: (value) => {
    const { id, choice, text } = (value ?? {}) as Fields
    return { id, choice, text }
  },
  wifi: (value) => {
    const { name, password } = (value ?? {}) as Fields
    return value && { name, password }
  },
}
