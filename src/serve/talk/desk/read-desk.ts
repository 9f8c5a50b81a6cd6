import type { QuestionState } from '../../../model/wire/polls.ts'
import type { PollRecord } from './poll-records.ts'

/**
 * What is published of a change; all records are published when the deck was edited. No process leads: each comes to the same by
 * itself, and what two publish of the same is the same.
 */
export interface SentChange {
  id: string
  change: Partial<Pick<PollRecord, 'begun' | 'open' | 'shown'>>
}

/** What is known of each question, besides its text. Shape: JSON. */
export interface QuestionStates {
  states: Record<string, QuestionState>
  screen: string | null
}

type Fields = Readonly<Record<string, unknown>>

/** No talk has so many polls or questions, and no question or option so many keys. */
const most = { records: 2_000, questions: 100_000, keys: 200, units: 400 }

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= most.units
const isList = (value: unknown, check: (one: unknown) => boolean): boolean =>
  Array.isArray(value) && value.length <= most.keys && value.every(check)
const isQuestionId = (value: unknown): value is string =>
  typeof value === 'string' && /^[\w-]{1,40}$/.test(value) && value !== '__proto__'
const isState = (value: unknown): value is QuestionState =>
  value === 'waiting' || value === 'passed' || value === 'dropped'

/** Returns the records of all polls as another process has published them, or null if they are none. */
export function readRecords(value: unknown): PollRecord[] | null {
  return Array.isArray(value) && value.length <= most.records && value.every(isRecord) ? value : null
}

function isRecord(value: unknown): value is PollRecord {
  if (!isObject(value)) return false
  const { id, keys, options, slide, begun, open, shown } = value
  return (
    isText(id) &&
    isList(keys, isText) &&
    isList(options, (one) => isList(one, isText)) &&
    Number.isInteger(slide) &&
    [begun, open, shown].every((one) => typeof one === 'boolean')
  )
}

/** Returns the change of a poll that another process has published, or null if it is none. */
export function readChange(value: unknown): SentChange | null {
  if (!isObject(value) || !isText(value.id) || !isObject(value.change)) return null
  const { change } = value
  const known = (['begun', 'open', 'shown'] as const).filter((name) => typeof change[name] === 'boolean')
  return { id: value.id, change: Object.fromEntries(known.map((name) => [name, change[name]])) }
}

/** Returns a question that another process has published, or null if it is none. Its text is still to be checked. */
export function readAsked(value: unknown): { id: string; text: string } | null {
  if (!isObject(value)) return null
  const { id, text } = value
  return isQuestionId(id) && typeof text === 'string' ? { id, text } : null
}

/** Returns the states of the questions as another process has published them, or null if they are none. */
export function readStates(value: unknown): QuestionStates | null {
  if (!isObject(value) || !isObject(value.states)) return null
  const entries = Object.entries(value.states)
  const isSound = entries.length <= most.questions && entries.every(([id, state]) => isQuestionId(id) && isState(state))
  const { screen } = value
  if (!isSound || !(screen === null || isQuestionId(screen))) return null
  return { states: Object.fromEntries(entries) as QuestionStates['states'], screen }
}
