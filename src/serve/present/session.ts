import { EnvironmentError } from '../../model/machine.ts'
import type { Live } from '../../model/wire/live.ts'
import { openServer, type RunningServer } from '../server.ts'
import { openWatch } from '../watch.ts'
import { type Hub, openHub } from './hub.ts'
import { roleLetters, type TalkPages, talkRoutes } from './routes.ts'
import { makeTalk } from './talk.ts'

/** A talk that is served. */
export interface Session {
  server: RunningServer
  /** Where each role goes: the speaker on this machine, the others where they can be reached from. */
  addresses: Addresses
  close(): Promise<void>
}

export interface Addresses {
  speaker: string
  /** The first is the likeliest to work. */
  remote: readonly string[]
  audience: readonly string[]
}

export interface SessionOptions {
  live: Live
  pages: TalkPages
  /** Whether others in the network may connect. */
  open: boolean
  port?: number | undefined
  /** See `ChannelOptions`. */
  beatMs?: number | undefined
  /** What the speaker's page shows to others. */
  invitation(addresses: Addresses, open: boolean): unknown
  onError(error: unknown): void
  /** See `AppParts`. */
  onBug(error: Error): void
}

/**
 * Serves a talk: the deck as it is, and as it is edited from now on, to its speaker, remotes and audience.
 * Errors: `port-…`, exit code 3; a deck that cannot be shown is the caller's to refuse.
 */
export async function openSession(options: SessionOptions): Promise<Session> {
  const { live, pages, open, port, beatMs, onBug, onError } = options
  const deck = () => live.state()!
  const now = () => performance.now()
  const { data, pages: slides } = deck()
  const talk = makeTalk(
    slides.map(({ id }) => id),
    data.start,
    now,
  )
  const hub = openHub({ talk, deck, now, beatMs })
  const invitation = () => options.invitation(addresses, open)
  const endChanges = live.onChange((change) => hub.change(change, deck()))
  const endReports = live.onReport(() => watch.follow(live.watched()))
  const watch = openWatch({
    onChange: (paths) => live.refresh(paths).catch(onError),
    onFail: (path, reason) => onError(new EnvironmentError({ code: 'watch-failed', path, reason })),
  })
  const end = () => {
    endChanges()
    endReports()
    watch.close()
    hub.close()
  }
  watch.follow(live.watched())
  const server = await openServer({ open, port, onBug, ...talkRoutes({ live, hub, pages, invitation }) }).catch(
    (error: unknown) => {
      end()
      throw error
    },
  )
  const addresses = addressesOf(server, hub)
  return {
    server,
    addresses,
    close: () => {
      end()
      return server.close()
    },
  }
}

function addressesOf({ address, networkAddresses }: RunningServer, { tokens }: Hub): Addresses {
  const others = networkAddresses.length > 0 ? networkAddresses : [address]
  const of = (role: keyof typeof tokens, base: string) => `${base}/${roleLetters[role]}/${tokens[role]}/`
  return {
    speaker: of('speaker', address),
    remote: others.map((base) => of('remote', base)),
    audience: others.map((base) => of('audience', base)),
  }
}
