import * as closeCodes from '../../model/wire/close-codes.ts'
import type { AudienceAction, DeskAction } from '../../model/wire/polls.ts'
import type { RehearsalAction } from '../../model/wire/rehearsal.ts'
import type { LanguagesMessage } from '../../model/wire/serve-pages.ts'
import type { ClientMessage, InviteMessage, ServerMessage, TalkAction } from '../../model/wire/talk.ts'
import { connect } from '../live/connect.ts'

/** A message without the key, which the connection adds. */
export type OutgoingMessage =
  | { type: 'pin'; pin: string }
  | { type: 'renew' }
  | InviteMessage
  | LanguagesMessage
  | TalkAction
  | AudienceAction
  | DeskAction
  | RehearsalAction

/** The connection of a page to its talk. */
export interface TalkConnection {
  /** Sends a message; returns false if there is no connection. */
  send(message: OutgoingMessage): boolean
  /** Introduces the page again, with its new key. */
  sendHello(): void
}

/** The state of the page, and the events of its connection. */
export interface TalkConnectionEvents {
  /** The connection is open, for the first time or again. Nothing was sent yet. */
  onOpen?(): void
  /** The page has introduced itself, for the first time or again: what it sends from now on is heard. */
  onHello?(): void
  /** Returns the key. Called for every message, since a remote gets a new one after it has sent the PIN. */
  key(): string
  /** Returns the version of the deck in the page, and the tags of its languages; absent for a page with one. */
  version(): number
  /** See `AudienceAction`; absent for pages that do not vote. */
  voter?: string
  languages?: () => Pick<LanguagesMessage, 'shown' | 'read'> | undefined
  onMessage(message: ServerMessage): void
  onLost(lost: boolean): void
  /** See `ConnectEvents`. */
  retryMs?(): number | null
  /** The talk was restarted, and has other URLs now. */
  onNotFound(): void
  /** The key is not valid (any more). Returns true if the page gives up. */
  onInvalidKey(): boolean
}

/** Messages that the server answers at once. */
const answeredTypes: readonly ClientMessage['type'][] = ['pin', 'go', 'black', 'stage']

/** Connects a page to its talk. Whenever the connection is lost, it reconnects and gets the current state. */
export function connectTalk({
  key,
  version,
  voter,
  languages = () => undefined,
  onOpen,
  onHello,
  onMessage,
  onLost,
  onNotFound,
  retryMs,
  onInvalidKey,
}: TalkConnectionEvents): TalkConnection {
  const send = (message: OutgoingMessage | Omit<ClientMessage & { type: 'hello' }, 'key'>) =>
    connection.send({ ...message, key: key() } satisfies ClientMessage, answeredTypes.includes(message.type))
  const connection = connect({
    url: () => 'talk',
    onMessage: (message) => onMessage(message as ServerMessage),
    onLost,
    onNotFound,
    ...(retryMs && { retryMs }),
    onOpen: () => {
      onOpen?.()
      sendHello()
      onHello?.()
    },
    isFinal: (code) => code === closeCodes.invalidKey && onInvalidKey(),
  })
  const sendHello = () =>
    void send({
      type: 'hello',
      version: version(),
      shown: null,
      read: null,
      ...languages(),
      ...(voter !== undefined && { voter }),
    })
  return { send, sendHello }
}
