import { createHash } from 'node:crypto'
import {
  countCharacters,
  type QuestionState,
  type QuestionView,
  questionLimits,
  type Refusal,
} from '../../../model/wire/polls.ts'
import type { Broadcast } from '../broadcast.ts'
import { followTopic } from '../follow-topic.ts'
import { type QuestionStates, readAsked, readStates } from './read-desk.ts'

/** The questions of the audience. */
export interface Questions {
  /** Returns all questions, or those that the audience sees, the most wanted first. */
  list(forSpeaker: boolean): QuestionView[]
  /** The question on the screen. */
  screen(): string | null
  /** Takes a question. Sent again with the same secret, it counts once. */
  ask(secret: string, text: string): Promise<{ question: string | null; refused: Refusal | null }>
  /** Seconds a question, or takes that back. Returns false if others do not see it. */
  second(question: string, voter: string, on: boolean): Promise<boolean>
  /** Resolves to the questions that a voter has seconded. */
  secondedBy(voter: string): Promise<string[]>
  setState(question: string, state: QuestionState): boolean
  setScreen(question: string | null): boolean
  close(): void
}

/** Options of `openQuestions`. */
export interface QuestionsOptions {
  broadcast: Broadcast
  /** `isSeen`: the audience sees the change, too. */
  onChange(isSeen: boolean): void
  onError(error: unknown): void
}

/** How many questions may wait, so that somebody who floods fills neither the memory nor the speaker's list. */
const mostWaiting = 500

/** How often seconds are counted. Units: milliseconds. */
const countMs = 250

const poll = 'questions'
const topics = { asked: 'asked', states: 'questions', seconds: 'seconds' } as const
const secondsOf = (question: string) => `seconds:${question}`

/** The id under which others see a question does not tell the secret with which it was sent. */
const publicId = (secret: string): string => createHash('sha256').update(secret).digest('base64url').slice(0, 16)

/** Opens the questions of a talk, or goes on with them. */
export async function openQuestions({ broadcast, onChange, onError }: QuestionsOptions): Promise<Questions> {
  const texts = new Map<string, string>()
  const seconds = new Map<string, number>()
  let { states, screen }: QuestionStates = { states: {}, screen: null }
  const timers = new Map<string, NodeJS.Timeout>()
  const stateOf = (id: string): QuestionState => states[id] ?? 'waiting'
  const countSeconds = (id: string) => {
    if (timers.has(id)) return
    const timer = setTimeout(() => {
      timers.delete(id)
      broadcast.collected(secondsOf(id)).then((all) => {
        seconds.set(id, all.size)
        onChange(stateOf(id) === 'passed')
      }, onError)
    }, countMs)
    timers.set(id, timer)
  }
  const setStates = (next: unknown) => {
    const read = readStates(next)
    if (!read) return
    ;({ states, screen } = read)
    onChange(true)
  }
  const add = (asked: unknown) => {
    const read = readAsked(asked)
    const text = read && readQuestion(read.text)
    if (text) texts.set(read.id, text)
    return text ? read.id : null
  }
  const readAll = async () => {
    for (const [id, { value }] of await broadcast.collected(poll)) {
      if (!texts.has(id) && add({ id, text: value }) !== null) countSeconds(id)
    }
    onChange(true)
  }
  const publish = (next: QuestionStates) => {
    setStates(next)
    broadcast.publish(topics.states, next).catch(onError)
  }
  const offs = [
    await broadcast.subscribe(
      topics.asked,
      (message) => {
        if (add(message) !== null) onChange(false)
      },
      () => void readAll().catch(onError),
    ),
    await broadcast.subscribe(
      topics.seconds,
      (id) => texts.has(`${id}`) && countSeconds(`${id}`),
      () => [...texts.keys()].forEach(countSeconds),
    ),
    await followTopic(broadcast, topics.states, { onLatest: setStates, onMessage: setStates, onError }),
  ]
  await readAll()
  const waiting = () => [...texts.keys()].filter((id) => stateOf(id) === 'waiting').length
  return {
    list: (forSpeaker) =>
      [...texts]
        .map(([id, text]) => ({ id, text, state: stateOf(id), seconds: seconds.get(id) ?? 0 }))
        .filter(({ state }) => (forSpeaker ? state !== 'dropped' : state === 'passed'))
        .sort((a, b) => b.seconds - a.seconds),
    screen: () => screen,
    ask: async (secret, written) => {
      const text = readQuestion(written)
      if (text === '') return { question: null, refused: 'empty' }
      if (text === null) return { question: null, refused: 'long' }
      const id = publicId(secret)
      // It was sent again, because its answer was lost.
      if (texts.has(id)) return { question: id, refused: null }
      if (waiting() >= mostWaiting) return { question: null, refused: 'full' }
      const result = await broadcast.collect(poll, id, text)
      if (result === 'full') return { question: null, refused: 'full' }
      texts.set(id, text)
      // It may have been kept without a word to the others, before a connection broke.
      await broadcast.publish(topics.asked, { id, text })
      return { question: id, refused: null }
    },
    second: async (id, voter, on) => {
      if (stateOf(id) !== 'passed') return false
      const result = await broadcast.collect(secondsOf(id), voter, on ? '1' : null)
      if (result === 'new' || result === 'changed') await broadcast.publish(topics.seconds, id)
      return result !== 'full'
    },
    secondedBy: async (voter) => {
      const passed = [...texts.keys()].filter((id) => stateOf(id) === 'passed')
      const own = passed.map(async (id) => ((await broadcast.collected(secondsOf(id))).has(voter) ? [id] : []))
      return (await Promise.all(own)).flat()
    },
    setState: (id, state) => {
      if (!texts.has(id)) return false
      publish({ states: { ...states, [id]: state }, screen: state === 'passed' || screen !== id ? screen : null })
      return true
    },
    setScreen: (id) => {
      if (id !== null && !texts.has(id)) return false
      // What all see on the screen, they may see on their phones.
      publish({ states: id === null ? states : { ...states, [id]: 'passed' }, screen: id })
      return true
    },
    close: () => {
      for (const timer of timers.values()) clearTimeout(timer)
      for (const off of offs) off().catch(onError)
    },
  }
}

/**
 * Returns a question as it is shown: in one line, without characters that are no text. Nothing else is changed. Null: it is too
 * long.
 */
export function readQuestion(written: string): string | null {
  if (written.length > questionLimits.units) return null
  // A half of a pair of surrogates is no character.
  const text = Buffer.from(written)
    .toString()
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim()
  return countCharacters(text) > questionLimits.characters ? null : text
}
