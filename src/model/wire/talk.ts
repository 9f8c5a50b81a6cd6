import type { DrawingEvent, Drawings, LaserSpot } from './drawing.ts'
import type { LiveChange } from './live.ts'

/** Who a page of a talk belongs to. Each has an address of its own, with a secret in it. */
export type Role = 'speaker' | 'remote' | 'audience'

/** How a talk stands: what every page that follows it shows. */
export interface TalkState {
  /** The id of the page that is shown. */
  page: string
  black: boolean
  drawings: Drawings
  spot: LaserSpot | null
}

/** The speaker's stopwatch. */
export interface Timer {
  elapsedMs: number
  running: boolean
}

/** What drives a talk: only the speaker and a remote may ask for it. */
export type TalkAction =
  | { is: 'go'; page: string }
  | { is: 'black'; on: boolean }
  | ({ is: 'timer' } & Timer)
  | DrawingEvent

/** What a page says. Every message carries its `key`, which the server looks at every time. */
export type ClientMessage = { key: string } & (
  | { is: 'hello'; version: number }
  /** A remote's first word: the number on the speaker's screen. */
  | { is: 'pin'; pin: string }
  /** The speaker wants another number, which ends the remotes there are. */
  | { is: 'renew' }
  | TalkAction
)

/** What a page is told. `own` is true where it asked for it itself: then it has it already. */
export type ServerMessage =
  | { is: 'state'; talk: TalkState; timer: Timer | null; deck: LiveChange | null; version: number }
  | ({ own: boolean } & TalkAction)
  | { is: 'deck'; deck: LiveChange }
  /** For the speaker: who follows, and the number that a remote is asked for; null where no more tries are taken. */
  | { is: 'room'; followers: number; remotes: number; pin: string | null }
  /** For a remote: it must say the number, or wait before the next try. Units: milliseconds. */
  | { is: 'pin'; wrong: boolean; waitMs: number; closed: boolean }
  /** For a remote: the number was right; from now on this is its key. */
  | { is: 'welcome'; key: string }

/** Why the server ends a socket. */
export const closeCodes = {
  /** The key is wrong, or was changed. */
  invalidKey: 4403,
  /** It said what its role may not, or nothing that can be read. */
  forbidden: 4400,
} as const

/** What a page of a talk knows from the start, as JSON in `<script type="application/json" id="talk-data">`. */
export interface TalkData {
  role: Role
  key: string
  version: number
}
