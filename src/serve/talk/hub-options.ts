import type { Invitation } from '../../model/wire/invitation.ts'
import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import type { InviteMessage, Role, WatchState } from '../../model/wire/talk.ts'
import type { EncodedMessage } from '../server/channel.ts'
import type { AcceptSocket } from '../server/upgrade.ts'
import type { Broadcast } from './broadcast.ts'
import type { KeptSecrets } from './kept-talk.ts'
import type { RehearsalDesk } from './rehearsal/rehearsal-desk.ts'
import type { TalkStore } from './talk-store.ts'

/** Where a socket comes from. */
export interface SocketOrigin {
  /** See `deviceOf`. */
  device: string
  /** Whether that is this machine. */
  isHere: boolean
}

/** Connects all pages of a talk. */
export interface Hub {
  /** The secrets in the URLs of the roles. */
  tokens: Readonly<Record<Role, string>>
  /** Returns the receiver of a socket of a role. */
  accept(role: Role, from: SocketOrigin): AcceptSocket
  /** Returns the state of the talk for pages that only watch. */
  watched(): WatchState
  /** Returns the deck in a language, as a JSON text, for pages of the audience. */
  encodedDeck(tag: string): EncodedMessage
  /** The secrets that are kept for the case that the talk is interrupted. */
  secrets(): KeptSecrets
  /** Sends a change of the deck to the pages that show its language. */
  updateDeck(change: LiveChange): void
  /** Sends the invitation to the speaker's pages, after it has changed. */
  updateInvitation(): void
  /** Tells the speaker's pages whether an earlier version of the deck is shown, after that has changed. */
  updateRoom(): void
  close(): void
}

/** Options of `openHub`. */
export interface HubOptions {
  talk: TalkStore
  /** What this process shares with others. */
  broadcast: Broadcast
  /** The deck in a language, else in the first one. */
  deck(tag: string | null): LiveState
  /** The deck in all its languages. */
  decks(): readonly LiveState[]
  /** Whether the file of the deck has errors or is gone, so that an earlier version is shown. */
  isOutdated?: (() => boolean) | undefined
  /** What the speaker's pages show to those who want to connect. Nobody else gets it. */
  invitation(): Invitation
  /** A speaker has chosen a network, or entered one. */
  onInvite(message: InviteMessage): void
  /** Plans the times of a rehearsal in the deck. */
  rehearsal: RehearsalDesk
  /** A monotonic clock. Units: milliseconds. */
  now(): number
  /** The interval of heartbeats to all pages; by default those who lead get more. Units: milliseconds. */
  heartbeatMs?: number | undefined
  /** See `SharedTalkOptions`. */
  follows?: boolean | undefined
  /** The secrets of a talk that was interrupted. */
  kept?: KeptSecrets | undefined
  /** Called after a change of what is kept: the secrets, or the state of the talk. */
  onKeep?: (() => void) | undefined
  onError(error: unknown): void
}
