import type { Lang } from '../lang.ts'
import type { DrawingEvent, Drawings, LaserSpot } from './drawing.ts'
import type { Invitation } from './invitation.ts'
import type { LiveChange, LiveState } from './live.ts'
import type { AudienceAction, DeskAction, DeskMessage, PollView, QuestionView } from './polls.ts'
import type { RehearsalAction, RehearsalMessage } from './rehearsal.ts'
import type { LanguagesMessage } from './serve-pages.ts'
import type { StageMessage } from './stage-message.ts'
import type { WifiNetwork } from './wifi.ts'

/** The roles in a talk. Each has its own URL with a secret in it. */
export type Role = 'speaker' | 'remote' | 'audience'

/** The state of a talk, which every page that follows it shows. */
export interface TalkState {
  /** The id of the current page, in the speaker's language. */
  page: string
  /** Where that page begins, by which pages in other languages find their own: see `PlacedPage`. */
  at: string | null
  /** How many of its steps are shown; null for all of them. */
  step: number | null
  black: boolean
  drawings: Drawings
  spot: LaserSpot | null
}

/** A page of a talk, and how many of its steps are shown; null for all of them. */
export type TalkPlace = Pick<TalkState, 'page' | 'step'>

/** Whether two places are the same. */
export const isSamePlace = (a: TalkPlace, b: TalkPlace): boolean => a.page === b.page && a.step === b.step

/** The speaker's stopwatch. */
export interface Timer {
  elapsedMs: number
  running: boolean
}

/** An action that controls a talk. Only the speaker and remotes may send one. */
export type TalkAction =
  /** To a page, of which so many steps are shown; null for all of them. */
  | { type: 'go'; page: string; step: number | null }
  | { type: 'black'; on: boolean }
  | ({ type: 'timer' } & Timer)
  | DrawingEvent
  | StageEvent

/** A message to the speaker, or its end. It is not kept, and the audience does not get it. */
export type StageEvent = { type: 'stage'; message: StageMessage } | { type: 'dismiss'; id: string }

/** Whether a message is one of these. */
export const isStageEvent = <M extends { type: string }>(message: M): message is M & StageEvent =>
  message.type === 'stage' || message.type === 'dismiss'

/** What a speaker decides about those who want to connect. */
export type InviteMessage =
  /** The address of the network that phones are in, one of `Invitation`. */
  | { type: 'network'; network: string }
  /** The Wi-Fi to join; null for none. */
  | { type: 'wifi'; wifi: WifiNetwork | null }

/** A message from a page. The server checks the `key` of every message. */
export type ClientMessage = {
  key: string
} /**
 * The page introduces itself: the version of the deck in it, the tag of its language; null for the first one. `voter`: see
 * `AudienceAction`.
 */ & (
  | { type: 'hello'; version: number; shown: string | null; read: string | null; voter?: string | null }
  /** It shows another language from now on, or the speaker reads notes in one, as in `LanguagesMessage`. */
  | LanguagesMessage
  /** The first message of a remote: the PIN on the speaker's screen. */
  | { type: 'pin'; pin: string }
  /** The speaker requests a new PIN, which disconnects all remotes. */
  | { type: 'renew' }
  | InviteMessage
  | TalkAction
  | AudienceAction
  | DeskAction
  | RehearsalAction
)

/** A message to a page. `own` marks the confirmation of an action that the page has sent itself. */
export type ServerMessage =
  | { type: 'state'; talk: TalkState; timer: Timer | null; deck: LiveChange | null; version: number }
  /** The deck in a language that the page has asked for. */
  | { type: 'language'; state: LiveState }
  | ({ own: boolean } & Exclude<TalkAction, { type: 'go' }>)
  | { own: boolean; type: 'go'; page: string; at: string | null; step: number | null }
  | { type: 'deck'; deck: LiveChange }
  /**
   * For the speaker and remotes: the counts of connected pages. `pin`: for the speaker alone; null if no more tries are accepted.
   * `outdated`: the file of the deck has errors or is gone, so that an earlier version is shown.
   */
  | { type: 'room'; followers: number; remotes: number; pin: string | null; outdated: boolean }
  /** For the speaker alone: it may hold the password of a Wi-Fi. */
  | { type: 'invitation'; invitation: Invitation }
  /** For a remote: it has to send the PIN, or wait before the next try. Units: milliseconds. */
  | { type: 'pin'; wrong: boolean; waitMs: number; closed: boolean }
  /** For a remote: the PIN was right, and this is its key from now on. */
  | { type: 'welcome'; key: string }
  | DeskMessage
  /** For the speaker's page that has asked. */
  | RehearsalMessage

/** What a page that only watches asks for again and again. */
export interface WatchState {
  /** Without the laser pointer; the drawings are capped. */
  talk: TalkState
  /** The versions of the deck, by the tags of its languages. */
  versions: Readonly<Record<string, number>>
  /** The poll of the current page, by the tags of the languages. */
  ballots: Readonly<Record<string, PollView | null>>
  /** The question on the screen. */
  question: QuestionView | null
}

/** The data of a talk's page, as JSON in `<script type="application/json" id="talk-data">`. */
export interface TalkData {
  role: Role
  key: string
  version: number
  /** The language of the speaker's and remotes' pages; null if their users choose it. */
  messages: Lang | null
  /** Whether the page may watch without a connection: if none can be opened, or always. Absent: it may not. */
  watch?: 'fallback' | 'only'
}
