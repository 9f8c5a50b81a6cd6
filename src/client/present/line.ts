import { type Asked, closings, type Move, type Told } from '../../model/wire/present.ts'
import { connect } from '../live/connect.ts'

/** What is said without a key; the line adds it. */
export type Saying = { is: 'pin'; pin: string } | { is: 'renew' } | Move

/** A page's line to its talk. */
export interface Line {
  /** Says it now; gives false where the line is down. */
  say(saying: Saying): boolean
  /** Shows its key again, since it has another one. */
  hello(): void
}

export interface LineEvents {
  /** The line is open, for the first time or again; nothing was said on it yet. */
  onOpen?(): void
  /** Asked anew for every message: a remote's changes once it has said the number. */
  key(): string
  /** Of the deck as the page shows it. */
  version(): number
  onTold(told: Told): void
  onLost(lost: boolean): void
  /** The talk was started anew, under other addresses. */
  onUnknown(): void
  /** The key is not, or no more, a key of this talk. Gives true where the page gives up. */
  onStranger(): boolean
}

/** What the server answers at once, and shortly. */
const answered: readonly Asked['is'][] = ['pin', 'go', 'black']

/** Opens the line; it comes back by itself whenever it is lost, and asks how things are. */
export function openLine({ key, version, onOpen, onTold, onLost, onUnknown, onStranger }: LineEvents): Line {
  const send = (asked: Saying | { is: 'hello'; version: number }) =>
    connection.send({ ...asked, key: key() } satisfies Asked, answered.includes(asked.is))
  const connection = connect({
    address: () => 'talk',
    onMessage: (message) => onTold(message as Told),
    onLost,
    onUnknown,
    onOpen: () => {
      onOpen?.()
      hello()
    },
    ends: (code) => code === closings.stranger && onStranger(),
  })
  const hello = () => void send({ is: 'hello', version: version() })
  return { say: send, hello }
}
