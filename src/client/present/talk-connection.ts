import { closeCodes } from '../../model/wire/close-codes.ts'
import type { ClientMessage, ServerMessage, TalkAction } from '../../model/wire/talk.ts'
import { connect } from '../live/connect.ts'

/** What is said without a key; the line adds it. */
export type OutgoingMessage = { type: 'pin'; pin: string } | { type: 'renew' } | TalkAction

/** A page's line to its talk. */
export interface TalkConnection {
  /** Says it now; gives false where the line is down. */
  send(saying: OutgoingMessage): boolean
  /** Shows its key again, since it has another one. */
  sendHello(): void
}

export interface TalkConnectionEvents {
  /** The line is open, for the first time or again; nothing was said on it yet. */
  onOpen?(): void
  /** Asked anew for every message: a remote's changes once it has said the number. */
  key(): string
  /** Of the deck as the page shows it. */
  version(): number
  onMessage(told: ServerMessage): void
  onLost(lost: boolean): void
  /** The talk was started anew, under other addresses. */
  onNotFound(): void
  /** The key is not, or no more, a key of this talk. Gives true where the page gives up. */
  onInvalidKey(): boolean
}

/** What the server answers at once, and shortly. */
const answeredTypes: readonly ClientMessage['type'][] = ['pin', 'go', 'black']

/** Opens the line; it comes back by itself whenever it is lost, and asks how things are. */
export function connectTalk({
  key,
  version,
  onOpen,
  onMessage,
  onLost,
  onNotFound,
  onInvalidKey,
}: TalkConnectionEvents): TalkConnection {
  const send = (asked: OutgoingMessage | { type: 'hello'; version: number }) =>
    connection.send({ ...asked, key: key() } satisfies ClientMessage, answeredTypes.includes(asked.type))
  const connection = connect({
    url: () => 'talk',
    onMessage: (message) => onMessage(message as ServerMessage),
    onLost,
    onNotFound,
    onOpen: () => {
      onOpen?.()
      sendHello()
    },
    isFinal: (code) => code === closeCodes.invalidKey && onInvalidKey(),
  })
  const sendHello = () => void send({ type: 'hello', version: version() })
  return { send, sendHello }
}
