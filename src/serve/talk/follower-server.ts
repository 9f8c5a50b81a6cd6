import type { Live } from '../../model/live.ts'
import { openServer, type RunningServer } from '../server/server.ts'
import type { Broadcast } from './broadcast.ts'
import { openHub } from './hub.ts'
import { relayRoutes } from './relay-routes.ts'
import { makePin, makeToken } from './secrets.ts'
import { loadTalkPages } from './talk-pages.ts'
import { makeTalkStore } from './talk-store.ts'

/** Options of `serveFollowers`. */
export interface FollowerServerOptions {
  /** The deck, with versions that are the same in all processes. It must have a state. */
  live: Live
  /** What this process shares with the speaker's. The caller closes it. */
  broadcast: Broadcast
  /** The secret that pages send with each message. It stands in the page, and in no URL. */
  key: string
  /** Whether pages only watch, without a connection. */
  watchOnly: boolean
  port?: number | undefined
  /** Whether other machines can connect. */
  network: boolean
  /** See `HubOptions`. */
  heartbeatMs?: number | undefined
  onError(error: unknown): void
}

/** The server of followers. */
export interface FollowerServer {
  server: RunningServer
  close(): Promise<void>
}

/** Serves the page of the audience, and nothing of the speaker. Errors: those of `openServer`. */
export async function serveFollowers(options: FollowerServerOptions): Promise<FollowerServer> {
  const { live, broadcast, key, watchOnly, port, network, heartbeatMs, onError } = options
  const now = () => performance.now()
  const pages = live.states().flatMap((state) => state.pages)
  const hub = await openHub({
    talk: makeTalkStore(pages, live.state()!.data.start, now),
    broadcast,
    deck: (tag) => live.state(tag ?? undefined) ?? live.state()!,
    decks: () => live.states(),
    follows: true,
    kept: followersOnly(key),
    now,
    heartbeatMs,
    onError,
    // There is no speaker here.
    invitation: () => ({ command: null, networks: [], network: null, isRelayed: false, addresses: null, wifi: null }),
    onInvite: () => {},
    rehearsal: { receive: () => Promise.reject(new Error('Followers rehearse nothing.')) },
  })
  const off = live.onChange((change) => hub.updateDeck(change))
  const stop = () => {
    off()
    hub.close()
  }
  const routes = relayRoutes({ live, hub, renderer: await loadTalkPages(), watchOnly, now })
  const server = await openServer({ network, port, anyHost: true, onError, ...routes }).catch((error: unknown) => {
    stop()
    throw error
  })
  return {
    server,
    close: () => {
      stop()
      return server.close()
    },
  }
}

/** The secrets of a talk without a speaker: nobody knows those of the other roles. */
const followersOnly = (key: string) => ({
  tokens: { speaker: makeToken(), remote: makeToken(), audience: key },
  remoteKeys: [],
  pin: makePin(),
  wrongPins: 0,
})
