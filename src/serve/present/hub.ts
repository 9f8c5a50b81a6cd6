import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import { type Asked, closings, type Move, type Role, type Told } from '../../model/wire/present.ts'
import { type Channel, type Letter, openChannel, type Peer } from '../channel.ts'
import type { Admit } from '../door.ts'
import { readAsked } from './asked.ts'
import { makeAudienceView } from './audience-view.ts'
import { makeKeys } from './keys.ts'
import { makePinLock } from './pin.ts'
import { makeStanding } from './standing.ts'
import type { Talk } from './talk.ts'

/** Who comes and goes is told at most so often: a thousand may come at once. Units: milliseconds. */
const roomMs = 200

/** A page that follows a talk, or wants to. */
interface Visitor {
  role: Role
  device: string
  /** It has shown its key, and knows how the talk stands. */
  present: boolean
}

/** Where all pages of a talk meet. */
export interface Hub {
  /** The secrets in the addresses of the roles. */
  tokens: Readonly<Record<Role, string>>
  /** Takes sockets of a role, from a device (see `deviceOf`). */
  admit(role: Role, device: string): Admit
  /** Tells everyone of a deck that was changed. */
  change(change: LiveChange, state: LiveState): void
  close(): void
}

export interface HubOptions {
  talk: Talk
  deck(): LiveState
  /** A clock that never runs back. Units: milliseconds. */
  now(): number
  /** See `ChannelOptions`. */
  beatMs?: number | undefined
}

/** Opens the hub of a talk. Everything that a page says is looked at anew: its key, its role, its fields. */
export function openHub({ talk, deck, now, beatMs }: HubOptions): Hub {
  const keys = makeKeys()
  const lock = makePinLock(now)
  const view = makeAudienceView(deck())
  let telling: NodeJS.Timeout | undefined

  const standing = makeStanding({ talk, deck, view })
  const stateFor = ({ about }: Peer<Visitor>, version: number) => standing.letter(about.role, version)
  const present = (role: Role) => [...channel.peers()].filter(({ about }) => about.present && about.role === role)
  const roomSoon = () => {
    telling ??= setTimeout(() => {
      telling = undefined
      const [followers, remotes] = [present('audience').length, present('remote').length]
      for (const peer of present('speaker')) tell(peer, { is: 'room', followers, remotes, pin: lock.pin() })
    }, roomMs)
  }
  const channel: Channel<Visitor> = openChannel({
    beatMs,
    onMessage: (peer, message) => {
      const asked = readAsked(message, peer.about.role)
      if (!asked) return peer.close(closings.forbidden)
      if (asked.is === 'pin') return tryPin(peer, asked)
      // A remote that was told the number before, but of whose key nothing is known any more, is asked again.
      if (peer.about.role === 'remote' && asked.is === 'hello' && keys.isToken('remote', asked.key)) return askPin(peer)
      if (!keys.isKey(peer.about.role, asked.key)) return refuse(peer, asked)
      if (asked.is === 'hello') greet(peer, asked.version)
      else if (!peer.about.present) peer.close(closings.forbidden)
      else if (asked.is === 'renew') renew()
      else move(peer, asked)
    },
    onClose: ({ about }) => about.present && roomSoon(),
    // To one that lags, all there is.
    catchUp: (peer) => stateFor(peer, -1),
  })
  const greet = (peer: Peer<Visitor>, version: number) => {
    if (peer.about.present) return peer.close(closings.forbidden)
    peer.about.present = true
    tell(peer, stateFor(peer, version))
    roomSoon()
  }
  const refuse = (peer: Peer<Visitor>, { is }: Asked) =>
    peer.about.role === 'remote' && is === 'hello' ? askPin(peer) : peer.close(closings.stranger)
  const askPin = (peer: Peer<Visitor>) =>
    tell(peer, { is: 'pin', wrong: false, waitMs: 0, closed: lock.pin() === null })
  const tryPin = (peer: Peer<Visitor>, asked: Asked & { is: 'pin' }) => {
    if (!keys.isToken('remote', asked.key)) return peer.close(closings.stranger)
    const { right, ...refused } = { waitMs: 0, closed: false, ...lock.try(peer.about.device, asked.pin) }
    tell(peer, right ? { is: 'welcome', key: keys.issue() } : { is: 'pin', wrong: true, ...refused })
    if (refused.closed) roomSoon()
  }
  const renew = () => {
    lock.renew()
    keys.forget()
    for (const peer of channel.peers()) if (peer.about.role === 'remote') peer.close(closings.stranger)
    roomSoon()
  }
  const move = (peer: Peer<Visitor>, { key: _, ...asked }: Asked & Move) => {
    // It asked for what cannot be, such as a page that is gone: it is told how things are.
    if (!talk.move(asked)) return tell(peer, stateFor(peer, deck().version))
    const isSeen = ({ about }: Peer<Visitor>) => asked.is !== 'timer' || about.role !== 'audience'
    const told: Told = { own: false, ...asked }
    channel.broadcast(told, (other) => other !== peer && other.about.present && isSeen(other))
    // It waits for the answer before it believes others about the same thing.
    if (asked.is === 'go' || asked.is === 'black') tell(peer, { own: true, ...asked })
  }
  const tell = (peer: Peer<Visitor>, told: Told | Letter) => peer.send(told)
  const broadcast = (told: Told, role: (role: Role) => boolean) =>
    channel.broadcast(told, ({ about }) => about.present && role(about.role))

  return {
    tokens: keys.tokens,
    admit: (role, device) => (socket) => channel.admit(socket, { role, device, present: false }),
    change: (change, state) => {
      broadcast({ is: 'deck', deck: change }, (role) => role !== 'audience')
      const seen = view.after(change)
      if (seen) broadcast({ is: 'deck', deck: seen }, (role) => role === 'audience')
      const before = talk.state().page
      talk.setPages(state.pages.map(({ id }) => id))
      const { page } = talk.state()
      if (page !== before) broadcast({ own: false, is: 'go', page }, () => true)
    },
    close: () => {
      clearTimeout(telling)
      channel.close()
    },
  }
}
