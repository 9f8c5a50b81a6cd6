import { KormeError } from '../../model/errors.ts'
import type { Live } from '../../model/wire/live.ts'
import { watchPaths } from '../path-watcher.ts'
import { openServer, type RunningServer } from '../server.ts'
import { type Hub, openHub } from './hub.ts'
import { roleLetters, type TalkPageRenderer, talkRoutes } from './talk-routes.ts'
import { makeTalkStore } from './talk-store.ts'

/** A talk that is served. */
export interface TalkSession {
  server: RunningServer
  /** Where each role goes: the speaker on this machine, the others where they can be reached from. */
  urls: TalkUrls
  close(): Promise<void>
}

export interface TalkUrls {
  speaker: string
  /** The first is the likeliest to work. */
  remote: readonly string[]
  audience: readonly string[]
}

export interface SessionOptions {
  live: Live
  renderer: TalkPageRenderer
  /** Whether others in the network may connect. */
  open: boolean
  port?: number | undefined
  /** See `ChannelOptions`. */
  heartbeatMs?: number | undefined
  /** What the speaker's page shows to others. */
  invitation(urls: TalkUrls, open: boolean): unknown
  onError(error: unknown): void
  /** See `AppParts`. */
  onBug(error: Error): void
}

/**
 * Serves a talk: the deck as it is, and as it is edited from now on, to its speaker, remotes and audience.
 * Errors: `port-…`, exit code 3; a deck that cannot be shown is the caller's to refuse.
 */
export async function openTalkSession(options: SessionOptions): Promise<TalkSession> {
  const { live, renderer, open, port, heartbeatMs, onBug, onError } = options
  const deck = () => live.state()!
  const now = () => performance.now()
  const { data, pages: slides } = deck()
  const talk = makeTalkStore(
    slides.map(({ id }) => id),
    data.start,
    now,
  )
  const hub = openHub({ talk, deck, now, heartbeatMs })
  const invitation = () => options.invitation(urls, open)
  const endChanges = live.onChange((change) => hub.updateDeck(change, deck()))
  const endReports = live.onReport(() => watch.setPaths(live.watchedPaths()))
  const watch = watchPaths({
    onChange: (paths) => live.refresh(paths).catch(onError),
    onFail: (path, reason) => onError(new KormeError({ code: 'watch-failed', path, reason })),
  })
  const end = () => {
    endChanges()
    endReports()
    watch.close()
    hub.close()
  }
  watch.setPaths(live.watchedPaths())
  const server = await openServer({ open, port, onBug, ...talkRoutes({ live, hub, renderer, invitation }) }).catch(
    (error: unknown) => {
      end()
      throw error
    },
  )
  const urls = talkUrls(server, hub)
  return {
    server,
    urls,
    close: () => {
      end()
      return server.close()
    },
  }
}

function talkUrls({ localUrl: address, networkUrls: networkAddresses }: RunningServer, { tokens }: Hub): TalkUrls {
  const others = networkAddresses.length > 0 ? networkAddresses : [address]
  const of = (role: keyof typeof tokens, base: string) => `${base}/${roleLetters[role]}/${tokens[role]}/`
  return {
    speaker: of('speaker', address),
    remote: others.map((base) => of('remote', base)),
    audience: others.map((base) => of('audience', base)),
  }
}
