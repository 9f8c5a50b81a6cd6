import * as closeCodes from '../../model/wire/close-codes.ts'
import { defaultHeartbeatMs, leaderHeartbeatMs } from '../../model/wire/heartbeat.ts'
import type { LiveChange } from '../../model/wire/live.ts'
import { isDeskAction } from '../../model/wire/polls.ts'
import type { RehearsalAction } from '../../model/wire/rehearsal.ts'
import type { LanguagesMessage } from '../../model/wire/serve-pages.ts'
import {
  type ClientMessage,
  isStageEvent,
  type Role,
  type ServerMessage,
  type TalkAction,
} from '../../model/wire/talk.ts'
import { type Channel, type EncodedMessage, openChannel, type Peer } from '../server/channel.ts'
import { makeAccessKeys } from './access-keys.ts'
import { makeAudienceView } from './audience-view.ts'
import { capDrawings } from './cap-drawings.ts'
import { type DeskPeer, openAudienceDesk } from './desk/audience-desk.ts'
import type { Hub, HubOptions, SocketOrigin } from './hub-options.ts'
import { parseClientMessage } from './parse-message.ts'
import { makePinLock } from './pin-lock.ts'
import { makeRecentMessages } from './recent-messages.ts'
import { openSharedRoom } from './shared-room.ts'
import { openSharedTalk } from './shared-talk.ts'
import { makeTalkSnapshot } from './talk-snapshot.ts'

/** The speaker gets new counts of connected pages at most so often: a thousand may connect at once. Units: milliseconds. */
const roomUpdateMs = 200
/** After an outage, topics come back one by one: pages get the state once. Units: milliseconds. */
const catchUpMs = 100

/** A page that is connected to the talk. */
interface Visitor extends SocketOrigin {
  /** Identifies the page in all processes of the talk. */
  id: string
  role: Role
  /** Whether it has sent its key and got the state of the talk. */
  joined: boolean
  /** The tag of the language that it shows; null for the first one. It gets the changes of this language only. */
  shown: string | null
  /** The tag of the language of the speaker's notes, if that is another one. */
  read: string | null
}

/** Opens the hub of a talk. It checks the key, the role and the fields of every message. */
export async function openHub(options: HubOptions): Promise<Hub> {
  const {
    talk,
    broadcast,
    deck,
    decks,
    isOutdated = () => false,
    invitation,
    onInvite,
    rehearsal,
    now,
    heartbeatMs,
    follows = false,
    kept,
    onKeep = () => {},
    onError,
  } = options
  const keys = makeAccessKeys(kept)
  const lock = makePinLock(now, kept)
  const stage = makeRecentMessages(now)
  const view = makeAudienceView(decks())
  let roomTimer: NodeJS.Timeout | undefined

  const snapshot = makeTalkSnapshot({ talk, deck, view })
  const stateFor = ({ info }: Peer<Visitor>, version: number) => snapshot.encode(info.role, version, info.shown)
  const joined = (role: Role) => [...channel.peers()].filter(({ info }) => info.joined && info.role === role)
  const sendRoomSoon = () => {
    roomTimer ??= setTimeout(() => {
      roomTimer = undefined
      const counts = { followers: room.total(), remotes: joined('remote').length }
      const message = { type: 'room', ...counts, outdated: isOutdated() } as const
      for (const peer of joined('speaker')) send(peer, { ...message, pin: lock.pin() })
      for (const peer of joined('remote')) send(peer, { ...message, pin: null })
    }, roomUpdateMs)
  }
  const changeRoom = () => {
    room.changed()
    sendRoomSoon()
  }
  const channel: Channel<Visitor> = openChannel({
    heartbeatMs: ({ role }) => heartbeatMs ?? (role === 'audience' ? defaultHeartbeatMs : leaderHeartbeatMs),
    onMessage: (peer, raw) => {
      const message = parseClientMessage(raw, peer.info.role)
      if (!message) return peer.close(closeCodes.forbidden)
      if (message.type === 'pin') return tryPin(peer, message)
      // A remote whose key is lost has only the token of its URL: it must enter the PIN again.
      if (peer.info.role === 'remote' && message.type === 'hello' && keys.isToken('remote', message.key))
        return askPin(peer)
      if (!keys.isKey(peer.info.role, message.key)) return rejectKey(peer, message)
      if (message.type === 'hello') join(peer, message)
      else if (!peer.info.joined) peer.close(closeCodes.forbidden)
      else if (message.type === 'renew') renewPin()
      else if (message.type === 'network' || message.type === 'wifi') onInvite(message)
      else if (message.type === 'languages') sendLanguages(peer, message)
      else if (message.type === 'rehearsed') planTimes(peer, message)
      else if (isDeskAction(message)) desk.receive(seatOf(peer), message)
      else applyAction(peer, message)
    },
    onClose: ({ info }) => info.joined && changeRoom(),
    catchUp: (peer) => stateFor(peer, -1),
  })
  const join = (peer: Peer<Visitor>, { version, shown, read, voter }: ClientMessage & { type: 'hello' }) => {
    if (peer.info.joined) return peer.close(closeCodes.forbidden)
    Object.assign(peer.info, { joined: true, shown, read })
    send(peer, stateFor(peer, version))
    if (peer.info.role === 'speaker') send(peer, { type: 'invitation', invitation: invitation() })
    sendRead(peer)
    desk.join(seatOf(peer), voter ?? null)
    if (peer.info.role === 'speaker') for (const message of stage.recent()) send(peer, { own: false, ...message })
    changeRoom()
  }
  const sendLanguages = (peer: Peer<Visitor>, { shown, version, read }: ClientMessage & LanguagesMessage) => {
    Object.assign(peer.info, { shown, read })
    if (deck(shown).version !== version) send(peer, snapshot.encodeLanguage(peer.info.role, shown))
    sendRead(peer)
    desk.join(seatOf(peer), null)
  }
  // The audience has no notes to read.
  const sendRead = (peer: Peer<Visitor>) => {
    const { read, role } = peer.info
    if (read !== null && role !== 'audience') send(peer, snapshot.encodeLanguage(role, read))
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
    onKeep()
  }
  const renewPin = () => {
    lock.renew()
    keys.revokeAll()
    onKeep()
    for (const peer of channel.peers()) if (peer.info.role === 'remote') peer.close(closeCodes.invalidKey)
    sendRoomSoon()
  }
  const planTimes = (peer: Peer<Visitor>, action: RehearsalAction) => {
    rehearsal.receive(action, peer.info.isHere).then((answer) => send(peer, answer), onError)
  }
  const applyAction = (peer: Peer<Visitor>, { key: _, ...action }: ClientMessage & TalkAction) => {
    // The page asks for something impossible, such as a page that was removed: it gets the current state.
    if (!shared.act(action, peer.info.id)) send(peer, stateFor(peer, deck(peer.info.shown).version))
  }
  const sendAction = (action: TalkAction, from: string) => {
    if (action.type === 'go') desk.showPage()
    // A laser pointer is not kept, nor is a message to the speaker.
    if (isStageEvent(action)) stage.add(action)
    else if (action.type !== 'laser') onKeep()
    const isRelevant = ({ role }: Visitor) => role !== 'audience' || !(action.type === 'timer' || isStageEvent(action))
    const placed = action.type === 'go' ? { ...action, at: talk.state().at } : action
    broadcastMessage({ own: false, ...placed }, (visitor) => visitor.id !== from && isRelevant(visitor))
    // Until this confirmation arrives, the page ignores the actions of others on the same value.
    if (placed.type === 'go' || placed.type === 'black' || placed.type === 'stage')
      broadcastMessage({ own: true, ...placed }, (visitor) => visitor.id === from)
  }
  const send = (peer: Peer<Visitor>, message: ServerMessage | EncodedMessage) => peer.send(message)
  const broadcastMessage = (message: ServerMessage, to: (visitor: Visitor) => boolean) =>
    channel.broadcast(message, ({ info }) => info.joined && to(info))
  let catchUpTimer: NodeJS.Timeout | undefined
  const catchUpSoon = () => {
    catchUpTimer ??= setTimeout(() => {
      catchUpTimer = undefined
      desk.showPage()
      for (const peer of channel.peers())
        if (peer.info.joined) send(peer, stateFor(peer, deck(peer.info.shown).version))
    }, catchUpMs)
  }
  const shared = await openSharedTalk({
    broadcast,
    talk,
    follows,
    onAction: sendAction,
    onCatchUp: catchUpSoon,
    onError,
  })
  const room = await openSharedRoom({
    broadcast,
    count: () => joined('audience').length,
    now,
    onChange: sendRoomSoon,
    onError,
  })
  const seats = new WeakMap<Peer<Visitor>, DeskPeer>()
  /** The place of a page at the desk. */
  const seatOf = (peer: Peer<Visitor>): DeskPeer => {
    const seat = seats.get(peer) ?? {
      isSpeaker: peer.info.role !== 'audience',
      get shown() {
        return peer.info.shown
      },
      send: (message) => send(peer, message),
      drop: () => peer.close(closeCodes.forbidden),
    }
    seats.set(peer, seat)
    return seat
  }
  const desk = await openAudienceDesk({
    broadcast,
    states: decks,
    page: () => talk.state().page,
    *peers() {
      for (const peer of channel.peers()) if (peer.info.joined) yield seatOf(peer)
    },
    now,
    onKeep,
    onError,
  })
  const gets = ({ shown, read }: Visitor, { tag }: LiveChange) => deck(shown).tag === tag || read === tag

  return {
    tokens: keys.tokens,
    watched: () => ({
      talk: { ...talk.state(), spot: null, drawings: capDrawings(talk.state().drawings, talk.state().page) },
      versions: Object.fromEntries(decks().map(({ tag, version }) => [tag, version])),
      ...desk.seen(),
    }),
    encodedDeck: (tag) => snapshot.encodeLanguage('audience', tag),
    secrets: () => ({ tokens: keys.tokens, remoteKeys: keys.issued(), ...lock.kept() }),
    accept: (role, from) => (socket) =>
      channel.accept(socket, { id: crypto.randomUUID(), role, ...from, joined: false, shown: null, read: null }),
    updateDeck: (change) => {
      broadcastMessage(
        { type: 'deck', deck: change },
        (visitor) => visitor.role !== 'audience' && gets(visitor, change),
      )
      const visible = view.visiblePart(change)
      const isAudience = (visitor: Visitor) => visitor.role === 'audience' && gets(visitor, change)
      if (visible) broadcastMessage({ type: 'deck', deck: visible }, isAudience)
      onKeep()
      const isMoved = shared.setPages(decks().flatMap(({ pages }) => pages))
      const { page, at, step } = talk.state()
      if (isMoved) broadcastMessage({ own: false, type: 'go', page, at, step }, () => true)
      desk.setDeck(decks())
      desk.showPage()
    },
    updateInvitation: () => {
      const [first, ...others] = joined('speaker')
      if (!first) return
      const message: ServerMessage = { type: 'invitation', invitation: invitation() }
      for (const peer of [first, ...others]) send(peer, message)
    },
    updateRoom: sendRoomSoon,
    close: () => {
      clearTimeout(roomTimer)
      clearTimeout(catchUpTimer)
      room.close()
      shared.close()
      desk.close()
      channel.close()
    },
  }
}
