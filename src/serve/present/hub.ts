import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import {
  type ClientMessage,
  closeCodes,
  type Role,
  type ServerMessage,
  type TalkAction,
} from '../../model/wire/talk.ts'
import { type Channel, type EncodedMessage, openChannel, type Peer } from '../channel.ts'
import type { AcceptSocket } from '../upgrade.ts'
import { makeAccessKeys } from './access-keys.ts'
import { makeAudienceView } from './audience-view.ts'
import { parseClientMessage } from './parse-message.ts'
import { makePinLock } from './pin-lock.ts'
import { makeTalkSnapshot } from './talk-snapshot.ts'
import type { TalkStore } from './talk-store.ts'

/** Who comes and goes is told at most so often: a thousand may come at once. Units: milliseconds. */
const roomUpdateMs = 200

/** A page that follows a talk, or wants to. */
interface Visitor {
  role: Role
  device: string
  /** It has shown its key, and knows how the talk stands. */
  joined: boolean
}

/** Where all pages of a talk meet. */
export interface Hub {
  /** The secrets in the addresses of the roles. */
  tokens: Readonly<Record<Role, string>>
  /** Takes sockets of a role, from a device (see `deviceOf`). */
  accept(role: Role, device: string): AcceptSocket
  /** Tells everyone of a deck that was changed. */
  updateDeck(updateDeck: LiveChange, state: LiveState): void
  close(): void
}

export interface HubOptions {
  talk: TalkStore
  deck(): LiveState
  /** A clock that never runs back. Units: milliseconds. */
  now(): number
  /** See `ChannelOptions`. */
  heartbeatMs?: number | undefined
}

/** Opens the hub of a talk. Everything that a page says is looked at anew: its key, its role, its fields. */
export function openHub({ talk, deck, now, heartbeatMs }: HubOptions): Hub {
  const keys = makeAccessKeys()
  const lock = makePinLock(now)
  const view = makeAudienceView(deck())
  let roomTimer: NodeJS.Timeout | undefined

  const snapshot = makeTalkSnapshot({ talk, deck, view })
  const stateFor = ({ info: about }: Peer<Visitor>, version: number) => snapshot.encode(about.role, version)
  const joined = (role: Role) => [...channel.peers()].filter(({ info: about }) => about.joined && about.role === role)
  const roomSoon = () => {
    roomTimer ??= setTimeout(() => {
      roomTimer = undefined
      const [followers, remotes] = [joined('audience').length, joined('remote').length]
      for (const peer of joined('speaker')) tell(peer, { is: 'room', followers, remotes, pin: lock.pin() })
    }, roomUpdateMs)
  }
  const channel: Channel<Visitor> = openChannel({
    heartbeatMs,
    onMessage: (peer, received) => {
      const message = parseClientMessage(received, peer.info.role)
      if (!message) return peer.close(closeCodes.forbidden)
      if (message.is === 'pin') return tryPin(peer, message)
      // A remote that was told the number before, but of whose key nothing is known any more, is asked again.
      if (peer.info.role === 'remote' && message.is === 'hello' && keys.isToken('remote', message.key))
        return askPin(peer)
      if (!keys.isKey(peer.info.role, message.key)) return refuse(peer, message)
      if (message.is === 'hello') greet(peer, message.version)
      else if (!peer.info.joined) peer.close(closeCodes.forbidden)
      else if (message.is === 'renew') renew()
      else move(peer, message)
    },
    onClose: ({ info: about }) => about.joined && roomSoon(),
    // To one that lags, all there is.
    catchUp: (peer) => stateFor(peer, -1),
  })
  const greet = (peer: Peer<Visitor>, version: number) => {
    if (peer.info.joined) return peer.close(closeCodes.forbidden)
    peer.info.joined = true
    tell(peer, stateFor(peer, version))
    roomSoon()
  }
  const refuse = (peer: Peer<Visitor>, { is }: ClientMessage) =>
    peer.info.role === 'remote' && is === 'hello' ? askPin(peer) : peer.close(closeCodes.invalidKey)
  const askPin = (peer: Peer<Visitor>) =>
    tell(peer, { is: 'pin', wrong: false, waitMs: 0, closed: lock.pin() === null })
  const tryPin = (peer: Peer<Visitor>, message: ClientMessage & { is: 'pin' }) => {
    if (!keys.isToken('remote', message.key)) return peer.close(closeCodes.invalidKey)
    const { right, ...refused } = { waitMs: 0, closed: false, ...lock.try(peer.info.device, message.pin) }
    tell(peer, right ? { is: 'welcome', key: keys.issue() } : { is: 'pin', wrong: true, ...refused })
    if (refused.closed) roomSoon()
  }
  const renew = () => {
    lock.renew()
    keys.revokeAll()
    for (const peer of channel.peers()) if (peer.info.role === 'remote') peer.close(closeCodes.invalidKey)
    roomSoon()
  }
  const move = (peer: Peer<Visitor>, { key: _, ...action }: ClientMessage & TalkAction) => {
    // It asked for what cannot be, such as a page that is gone: it is told how things are.
    if (!talk.apply(action)) return tell(peer, stateFor(peer, deck().version))
    const isSeen = ({ info: about }: Peer<Visitor>) => action.is !== 'timer' || about.role !== 'audience'
    const message: ServerMessage = { own: false, ...action }
    channel.broadcast(message, (other) => other !== peer && other.info.joined && isSeen(other))
    // It waits for the answer before it believes others about the same thing.
    if (action.is === 'go' || action.is === 'black') tell(peer, { own: true, ...action })
  }
  const tell = (peer: Peer<Visitor>, message: ServerMessage | EncodedMessage) => peer.send(message)
  const broadcast = (message: ServerMessage, role: (role: Role) => boolean) =>
    channel.broadcast(message, ({ info: about }) => about.joined && role(about.role))

  return {
    tokens: keys.tokens,
    accept: (role, device) => (socket) => channel.accept(socket, { role, device, joined: false }),
    updateDeck: (updateDeck, state) => {
      broadcast({ is: 'deck', deck: updateDeck }, (role) => role !== 'audience')
      const seen = view.visiblePart(updateDeck)
      if (seen) broadcast({ is: 'deck', deck: seen }, (role) => role === 'audience')
      const before = talk.state().page
      talk.setPages(state.pages.map(({ id }) => id))
      const { page } = talk.state()
      if (page !== before) broadcast({ own: false, is: 'go', page }, () => true)
    },
    close: () => {
      clearTimeout(roomTimer)
      channel.close()
    },
  }
}
