import type { Lang } from '../lang.ts'

/** A poll as pages of a talk show it, in the language of the page. */
export interface PollView {
  id: string
  /** The ids of the pages that show it. */
  pages: readonly string[]
  question: string
  lang: Lang
  options: readonly { key: string; text: string }[]
  /** Whether several options can be chosen. */
  many: boolean
  /** Whether votes are taken. */
  open: boolean
  /** Whether the results are on the slide. */
  shown: boolean
  /** How many have chosen each option; null for an audience that does not see the results. */
  counts: readonly number[] | null
  /** How many have voted; 0 for an audience that does not see the results. */
  voters: number
}

/** What becomes of a question. A new one waits until the speaker lets it pass. */
export type QuestionState = 'waiting' | 'passed' | 'dropped'

/** A question of the audience. Nobody knows whose it is. */
export interface QuestionView {
  id: string
  text: string
  state: QuestionState
  /** How many others have the same question. */
  seconds: number
}

/** Why a vote or a question was not taken. `fast`: too many in a short time. */
export type Refusal = 'closed' | 'fast' | 'full' | 'long' | 'empty' | 'failed'

/** A message of the audience. `voter` is a random id that the browser keeps. */
export type AudienceAction =
  /** Replaces the vote. Shape: keys of options; none takes the vote back. */
  | { type: 'vote'; voter: string; poll: string; options: readonly string[] }
  /** `id` is random and secret; a question that is sent again counts once. */
  | { type: 'ask'; voter: string; id: string; text: string }
  /** The same question is mine, too. */
  | { type: 'second'; voter: string; question: string; on: boolean }

/** A message of the speaker about the audience. */
export type DeskAction =
  | { type: 'poll'; poll: string; open: boolean; shown: boolean }
  | { type: 'question'; question: string; state: QuestionState }
  /** Puts a question on the screen; null takes it off. */
  | { type: 'screen'; question: string | null }
  /** Asks for all votes and questions, to save them. */
  | { type: 'results' }

/** Whether a message is about votes and questions. */
export const isDeskAction = <M extends { type: string }>(message: M): message is M & (AudienceAction | DeskAction) =>
  ['vote', 'ask', 'second', 'poll', 'question', 'screen', 'results'].includes(message.type)

/** A message to a page about votes and questions. */
export type DeskMessage =
  /** The poll of the current page; null if it has none. */
  | { type: 'ballot'; poll: PollView | null }
  /** The vote of this browser, as it counts. */
  | { type: 'voted'; poll: string; options: readonly string[]; refused: Refusal | null }
  /** `question` is the id under which others see it; null if it was refused. */
  | { type: 'asked'; id: string; question: string | null; refused: Refusal | null }
  /** Whether this browser has seconded a question, after it said so or took that back. */
  | { type: 'seconded'; question: string; on: boolean }
  /** The audience gets those that have passed. `mine`: the questions that this browser has seconded, after it has joined. */
  | { type: 'questions'; list: readonly QuestionView[]; screen: string | null; mine?: readonly string[] }
  | { type: 'results'; polls: readonly PollView[]; questions: readonly QuestionView[] }

/** Whether a message is about votes and questions. */
export const isDeskMessage = <M extends { type: string }>(message: M): message is M & DeskMessage =>
  ['ballot', 'voted', 'asked', 'seconded', 'questions', 'results'].includes(message.type)

/** How long a question may be. Units: characters as readers count them; UTF-16 units. */
export const questionLimits = { characters: 200, units: 2_000 }

/** Counts the characters of a text as readers do. Errors: none; a text over `questionLimits.units` counts as too long. */
export function countCharacters(text: string): number {
  if (text.length > questionLimits.units) return Number.POSITIVE_INFINITY
  // Firefox has had it since 125.
  if (!('Segmenter' in Intl)) return [...text].length
  return [...new Intl.Segmenter().segment(text)].length
}
