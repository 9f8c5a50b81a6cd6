import type { AudienceAddress } from '../../model/audience-address.ts'
import type { Lang } from '../../model/lang.ts'
import type { Live } from '../../model/live.ts'
import type { Network } from '../../model/wire/invitation.ts'
import type { WifiNetwork } from '../../model/wire/wifi.ts'
import { makeTalkClock } from '../../system/talk-clock.ts'
import { watchPaths } from '../server/path-watcher.ts'
import { openServer, type RunningServer } from '../server/server.ts'
import { watchError } from '../watch-error.ts'
import { type Broadcast, UnreachableError } from './broadcast.ts'
import { openHub } from './hub.ts'
import type { Hub } from './hub-options.ts'
import type { KeptTalk } from './kept-talk.ts'
import { keptVotes, votesOf } from './kept-votes.ts'
import { makeMemoryBroadcast } from './memory-broadcast.ts'
import type { SharedId } from './redis/shared-by-redis.ts'
import { makeRehearsalDesk } from './rehearsal/rehearsal-desk.ts'
import { keptCode, makeShortCode } from './short-code.ts'
import { openTalkAddresses, type TalkAddresses, type TalkPlace } from './talk-addresses.ts'
import { makeInvitation } from './talk-invitation.ts'
import { type TalkPageRenderer, talkRoutes } from './talk-routes.ts'
import { makeTalkStore } from './talk-store.ts'

/** A talk and its server. */
export interface TalkSession {
  server: RunningServer
  /** How other devices reach the talk, now. */
  place(): TalkPlace
  /** What has to be kept, for the case that the talk is interrupted. */
  kept(): Pick<KeptTalk, 'secrets' | 'state' | 'parts'>
  close(): Promise<void>
}

/** Options of `openTalkSession`. */
export interface SessionOptions {
  live: Live
  renderer: TalkPageRenderer
  /** The project's folder, if it was named. */
  root?: string | undefined
  /** Whether other devices in the local network may connect. */
  network: boolean
  port?: number | undefined
  /** See `TalkData`. */
  messages?: Lang | null
  /** See `HubOptions`. */
  heartbeatMs?: number | undefined
  /** What this process shares with others, and what has to be kept of it; by default there are none. The caller closes it. */
  broadcast?: Broadcast | undefined
  shared?: SharedId | undefined
  /** The command that lets other devices connect; null if they can already. */
  command: string | null
  /** Where other processes serve the audience; by default this one does. */
  address?: AudienceAddress | undefined
  /** The address or the name of the network whose addresses phones get. By default the likeliest. */
  preferredNetwork?: string | undefined
  /** Reads the networks of the machine, and how often. See `WatchOptions`. */
  networks?: { read?: () => Network[]; everyMs?: number } | undefined
  /** Called after the addresses for other devices have changed. */
  onPlace?: ((place: TalkPlace) => void) | undefined
  onError(error: unknown): void
  /** A talk that was interrupted, with which this one goes on. */
  kept?: Pick<KeptTalk, 'secrets' | 'state' | 'parts'> | undefined
  /** Called after a change of what `TalkSession.kept` returns. */
  onKeep?: (() => void) | undefined
}

/**
 * Serves a talk to its speaker, remotes and audience, and follows changes of the deck. The deck must have a state.
 * Errors: `port-taken`, `port-forbidden`, `port-unusable`, exit code 3.
 */
export async function openTalkSession(options: SessionOptions): Promise<TalkSession> {
  const { live, renderer, network, messages = null, port, heartbeatMs, kept, onKeep } = options
  // That others cannot be reached is told elsewhere, once.
  const onError = (error: unknown) => void (error instanceof UnreachableError || options.onError(error))
  const memory = makeMemoryBroadcast(keptVotes(kept?.parts))
  const { broadcast = memory } = options
  const deck = (tag: string | null = null) => live.state(tag ?? undefined) ?? live.state()!
  const now = makeTalkClock()
  const decks = () => live.states()
  const talk = makeTalkStore(
    decks().flatMap(({ pages }) => pages),
    deck().data.start,
    now,
    kept?.state,
  )
  const shortCode = makeShortCode(now, keptCode(kept?.parts))
  let addresses: TalkAddresses | undefined
  let wifi: WifiNetwork | null = null
  const hub: Hub = await openHub({
    talk,
    broadcast,
    deck,
    decks,
    isOutdated: () => !live.report().valid,
    now,
    heartbeatMs,
    kept: kept?.secrets,
    onKeep,
    onError,
    rehearsal: makeRehearsalDesk({ live, root: options.root, onError }),
    // Nobody connects before the server listens.
    invitation: () => makeInvitation({ place: addresses!.place(), command: options.command, wifi }),
    onInvite: (message) => {
      if (message.type === 'network') return addresses?.choose(message.network)
      wifi = message.wifi
      hub.updateInvitation()
    },
  })
  const offChange = live.onChange((change) => hub.updateDeck(change))
  const offReport = live.onReport(() => {
    watcher.setPaths(live.watchedPaths())
    hub.updateRoom()
  })
  const watcher = watchPaths({
    onChange: (paths) => live.refresh(paths).catch(onError),
    onFail: (path, reason) => onError(watchError(path, reason)),
  })
  const stop = () => {
    offChange()
    offReport()
    watcher.close()
    addresses?.close()
    hub.close()
  }
  watcher.setPaths(live.watchedPaths())
  const routes = talkRoutes({ live, hub, shortCode, renderer, messages })
  const server = await openServer({ network, port, onError, ...routes }).catch((error: unknown) => {
    stop()
    throw error
  })
  const opened = openTalkAddresses({
    ...options.networks,
    port: server.port,
    network,
    wanted: options.preferredNetwork,
    audience: options.address,
    tokens: hub.tokens,
    code: shortCode.code,
    onChange: (place) => {
      hub.updateInvitation()
      options.onPlace?.(place)
    },
  })
  addresses = opened
  return {
    server,
    place: opened.place,
    kept: () => ({
      secrets: hub.secrets(),
      state: talk.kept(),
      parts: { shortCode: shortCode.code, votes: votesOf(memory), ...(options.shared && { shared: options.shared }) },
    }),
    close: () => {
      stop()
      return server.close()
    },
  }
}
