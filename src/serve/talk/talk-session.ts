import type { Lang } from '../../model/lang.ts'
import type { Live } from '../../model/live.ts'
import type { Invitation } from '../../model/wire/talk-words.ts'
import { watchPaths } from '../server/path-watcher.ts'
import { openServer, type RunningServer } from '../server/server.ts'
import { watchError } from '../watch-error.ts'
import type { Broadcast } from './broadcast.ts'
import { type Hub, openHub } from './hub.ts'
import type { KeptTalk } from './kept-talk.ts'
import { makeMemoryBroadcast } from './memory-broadcast.ts'
import { roleLetters, type TalkPageRenderer, talkRoutes } from './talk-routes.ts'
import { makeTalkStore } from './talk-store.ts'

/** A talk and its server. */
export interface TalkSession {
  server: RunningServer
  urls: TalkUrls
  /** What has to be kept, for the case that the talk is interrupted. */
  kept(): Pick<KeptTalk, 'secrets' | 'state' | 'parts'>
  close(): Promise<void>
}

/** The URLs of the pages of a talk. */
export interface TalkUrls {
  /** For this machine. */
  speaker: string
  /** For other devices if they can connect, else for this machine. The first one is the most likely to work. */
  remote: readonly string[]
  /** The same for the audience. */
  audience: readonly string[]
}

/** Options of `openTalkSession`. */
export interface SessionOptions {
  live: Live
  renderer: TalkPageRenderer
  /** Whether other devices in the local network may connect. */
  network: boolean
  port?: number | undefined
  /** See `TalkData`. */
  messages?: Lang | null
  /** See `ChannelOptions`. */
  heartbeatMs?: number | undefined
  /** What this process shares with others; by default there are none. The caller closes it. */
  broadcast?: Broadcast
  /** Returns the URLs and QR codes that the speaker's page shows to others. */
  invitation(urls: TalkUrls): Invitation
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
  const { live, renderer, network, messages = null, port, heartbeatMs, onError, kept, onKeep } = options
  const { broadcast = makeMemoryBroadcast() } = options
  const deck = (tag: string | null = null) => live.state(tag ?? undefined) ?? live.state()!
  const now = () => performance.now()
  const decks = () => live.states()
  const talk = makeTalkStore(
    decks().flatMap(({ pages }) => pages),
    deck().data.start,
    now,
    kept?.state,
  )
  const hub = await openHub({
    talk,
    broadcast,
    deck,
    decks,
    now,
    heartbeatMs,
    kept: kept?.secrets,
    onKeep,
    onError,
  })
  const invitation = () => options.invitation(urls)
  const offChange = live.onChange((change) => hub.updateDeck(change))
  const offReport = live.onReport(() => watcher.setPaths(live.watchedPaths()))
  const watcher = watchPaths({
    onChange: (paths) => live.refresh(paths).catch(onError),
    onFail: (path, reason) => onError(watchError(path, reason)),
  })
  const stop = () => {
    offChange()
    offReport()
    watcher.close()
    hub.close()
  }
  watcher.setPaths(live.watchedPaths())
  const routes = talkRoutes({ live, hub, renderer, messages, invitation })
  const server = await openServer({ network, port, onError, ...routes }).catch((error: unknown) => {
    stop()
    throw error
  })
  const urls = talkUrls(server, hub)
  return {
    server,
    urls,
    kept: () => ({ secrets: hub.secrets(), state: talk.kept(), parts: {} }),
    close: () => {
      stop()
      return server.close()
    },
  }
}

function talkUrls({ localUrl, networkUrls }: RunningServer, { tokens }: Hub): TalkUrls {
  const others = networkUrls.length > 0 ? networkUrls : [localUrl]
  const of = (role: keyof typeof tokens, base: string) => `${base}/${roleLetters[role]}/${tokens[role]}/`
  return {
    speaker: of('speaker', localUrl),
    remote: others.map((base) => of('remote', base)),
    audience: others.map((base) => of('audience', base)),
  }
}
