import * as closeCodes from '../../model/wire/close-codes.ts'
import type { LiveChange, LiveState } from '../../model/wire/live.ts'
import type { ClientMessage, Role, ServerMessage, TalkAction } from '../../model/wire/talk.ts'
import { type Channel, type EncodedMessage, openChannel, type Peer } from '../server/channel.ts'
import type { AcceptSocket } from '../server/upgrade.ts'
import { makeAccessKeys } from './access-keys.ts'
import { makeAudienceView } from './audience-view.ts'
import { parseClientMessage } from './parse-message.ts'
import { makePinLock } from './pin-lock.ts'
import { makeTalkSnapshot } from './talk-snapshot.ts'
import type { TalkStore } from './talk-store.ts'

/** The speaker gets new counts of connected pages at most so often: a thousand may connect at once. Units: milliseconds. */
const roomUpdateMs = 200

/** A page that is connected to the talk. */
interface Visitor {
  role: Role
  device: string
  /** Whether it has sent its key and got the state of the talk. */
  joined: boolean
}

/** Connects all pages of a talk. */
export interface Hub {
  /** The secrets in the URLs of the roles. */
  tokens: Readonly<Record<Role, string>>
  /** Returns the receiver of a socket of a role, from a device (see `deviceOf`). */
  accept(role: Role, device: string): AcceptSocket
  /** Sends a change of the deck to all pages. */
  updateDeck(change: LiveChange, state: LiveState): void
  close(): void
}

/** Options of `openHub`. */
export interface HubOptions {
  talk: TalkStore
  deck(): LiveState
  /** A monotonic clock. Units: milliseconds. */
  now(): number
  /** See `ChannelOptions`. */
  heartbeatMs?: number | undefined
}

/** Opens the hub of a talk. It checks the key, the role and the fields of every message. */
export function openHub({ talk, deck, now, heartbeatMs }: HubOptions): Hub {
  const keys = makeAccessKeys()
  const lock = makePinLock(now)
  const view = makeAudienceView(deck())
  let roomTimer: NodeJS.Timeout | undefined

  const snapshot = makeTalkSnapshot({ talk, deck, view })
  const stateFor = ({ info }: Peer<Visitor>, version: number) => snapshot.encode(info.role, version)
  const joined = (role: Role) => [...channel.peers()].filter(({ info }) => info.joined && info.role === role)
  const sendRoomSoon = () => {
    roomTimer ??= setTimeout(() => {
      roomTimer = undefined
      const [followers, remotes] = [joined('audience').length, joined('remote').length]
      for (const peer of joined('speaker')) send(peer, { type: 'room', followers, remotes, pin: lock.pin() })
    }, roomUpdateMs)
  }
  const channel: Channel<Visitor> = openChannel({
    heartbeatMs,
    onMessage: (peer, raw) => {
      const message = parseClientMessage(raw, peer.info.role)
      if (!message) return peer.close(closeCodes.forbidden)
      if (message.type === 'pin') return tryPin(peer, message)
      // A remote whose key is lost has only the token of its URL: it must enter the PIN again.
      if (peer.info.role === 'remote' && message.type === 'hello' && keys.isToken('remote', message.key))
        return askPin(peer)
      if (!keys.isKey(peer.info.role, message.key)) return rejectKey(peer, message)
      if (message.type === 'hello') join(peer, message.version)
      else if (!peer.info.joined) peer.close(closeCodes.forbidden)
      else if (message.type === 'renew') renewPin()
      else applyAction(peer, message)
    },
    onClose: ({ info }) => info.joined && sendRoomSoon(),
    catchUp: (peer) => stateFor(peer, -1),
  })
  const join = (peer: Peer<Visitor>, version: number) => {
    if (peer.info.joined) return peer.close(closeCodes.forbidden)
    peer.info.joined = true
    send(peer, stateFor(peer, version))
    sendRoomSoon()
  }
  const rejectKey = (peer: Peer<Visitor>, { type }: ClientMessage) =>
    peer.info.role === 'remote' && type === 'hello' ? askPin(peer) : peer.close(closeCodes.invalidKey)
  const askPin = (peer: Peer<Visitor>) =>
    send(peer, { type: 'pin', wrong: false, waitMs: 0, closed: lock.pin() === null })
  const tryPin = (peer: Peer<Visitor>, message: ClientMessage & { type: 'pin' }) => {
    if (!keys.isToken('remote', message.key)) return peer.close(closeCodes.invalidKey)
    const { right, ...refused } = { waitMs: 0, closed: false, ...lock.try(peer.info.device, message.pin) }
    send(peer, right ? { type: 'welcome', key: keys.issue() } : { type: 'pin', wrong: true, ...refused })
    if (refused.closed) sendRoomSoon()
  }
  const renewPin = () => {
    lock.renew()
    keys.revokeAll()
    for (const peer of channel.peers()) if (peer.info.role === 'remote') peer.close(closeCodes.invalidKey)
    sendRoomSoon()
  }
  const applyAction = (peer: Peer<Visitor>, { key: _, ...action }: ClientMessage & TalkAction) => {
    // The page asks for something impossible, such as a page that was removed: it gets the current state.
    if (!talk.apply(action)) return send(peer, stateFor(peer, deck().version))
    const isRelevant = ({ info }: Peer<Visitor>) => action.type !== 'timer' || info.role !== 'audience'
    const message: ServerMessage = { own: false, ...action }
    channel.broadcast(message, (other) => other !== peer && other.info.joined && isRelevant(other))
    // Until this confirmation arrives, the page ignores the actions of others on the same value.
    if (action.type === 'go' || action.type === 'black') send(peer, { own: true, ...action })
  }
  const send = (peer: Peer<Visitor>, message: ServerMessage | EncodedMessage) => peer.send(message)
  const broadcast = (message: ServerMessage, to: (role: Role) => boolean) =>
    channel.broadcast(message, ({ info }) => info.joined && to(info.role))

  return {
    tokens: keys.tokens,
    accept: (role, device) => (socket) => channel.accept(socket, { role, device, joined: false }),
    updateDeck: (change, state) => {
      broadcast({ type: 'deck', deck: change }, (role) => role !== 'audience')
      const visible = view.visiblePart(change)
      if (visible) broadcast({ type: 'deck', deck: visible }, (role) => role === 'audience')
      const before = talk.state().page
      talk.setPages(state.pages.map(({ id }) => id))
      const { page } = talk.state()
      if (page !== before) broadcast({ own: false, type: 'go', page }, () => true)
    },
    close: () => {
      clearTimeout(roomTimer)
      channel.close()
    },
  }
}
