import { basename } from 'node:path'
import { openLive } from '../live/open-live.ts'
import { KormeError } from '../model/errors.ts'
import type { Live } from '../model/live.ts'
import type { RedisLink } from '../redis/open-redis.ts'
import { newReadings } from './new-readings.ts'
import { type DeckReading, type ServerHandle, UnfitDeckError } from './options.ts'
import { watchPaths } from './server/path-watcher.ts'
import { type Broadcast, UnreachableError } from './talk/broadcast.ts'
import { contentVersions, withContentVersions } from './talk/content-versions.ts'
import { serveFollowers } from './talk/follower-server.ts'
import { openRedisBroadcast } from './talk/redis/redis-broadcast.ts'
import { connectRedis, endTopic } from './talk/redis/shared-by-redis.ts'
import { readTalkRecord, type TalkRecord } from './talk/redis/talk-record.ts'
import { watchError } from './watch-error.ts'

/** The options of `openRelay`. */
export interface RelayOptions {
  /** The Redis server of the talk: see `PresentOptions`. */
  broadcast: string
  root?: string | undefined
  port?: number | undefined
  /** Whether other machines can connect. By default only this one can. */
  network?: boolean | undefined
  /** Pages watch a second late, without a connection of their own. */
  watchOnly?: boolean | undefined
  /** Called if the talk has not begun yet. */
  onWait?(): void
  onRead?(deck: DeckReading): void
  /** Called when the deck is not the one that the speaker shows, and when it is again. */
  onDiffer?(differs: boolean): void
  onOutage?(isOut: boolean): void
  onError(error: unknown): void
}

/** Why there is nothing more to serve. */
export type TalkEnd = 'over' | 'replaced'

/** A process that serves followers of a talk. */
export interface RelayHandle extends ServerHandle {
  url: string
  slides: number
  pages: number
  /**
   * Resolves when the talk is over, or another one of the same deck has begun. Rejects with `relay-lost` when the Redis server was
   * away for too long.
   */
  ended: Promise<TalkEnd>
}

/** How often the talk is looked for: before it begins, and to notice that it is over or has another deck. Units: milliseconds. */
const waitMs = 1_000
const checkMs = 5_000
/** A talk whose record is missing so often has ended: a server that has lost its data gets it again sooner. */
const missesAtEnd = 6

/**
 * Serves the followers of a talk that another process presents; waits for its beginning.
 * Errors: those of Redis and of the port, exit code 3; `UnfitDeckError`, exit code 1.
 */
export async function openRelay(deck: string, options: RelayOptions): Promise<RelayHandle> {
  const { broadcast: address, onOutage, onError: tell, watchOnly = false } = options
  const link = await connectRedis(address, onOutage)
  const lost = link.lost.catch((error: unknown) => {
    throw relayLost(error)
  })
  lost.catch(() => {})
  const onError = (error: unknown) => void (error instanceof UnreachableError || tell(error))
  const closers: (() => void | Promise<void>)[] = [() => link.close()]
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one()
  }
  try {
    const record = await Promise.race([waitForTalk(link, basename(deck), options.onWait), lost])
    const live = await openDeck(deck, record, options)
    closers.push(followFiles(live, onError))
    const broadcast = await openRedisBroadcast(link, record.id)
    closers.push(() => broadcast.close())
    const { port, network = false } = options
    const key = record.key
    const followers = await serveFollowers({ live, broadcast, key, watchOnly, port, network, onError })
    closers.push(() => followers.close())
    const { server } = followers
    const end = watchTalk({ link, broadcast, deck, record, live, onDiffer: options.onDiffer ?? (() => {}) })
    closers.push(() => end.stop())
    const { slides } = live.report()
    const { isFallbackPort, localUrl } = server
    const pages = live.state()!.pages.length
    const ended = Promise.race([end.over, lost])
    ended.catch(() => {})
    return { port: server.port, isFallbackPort, url: `${localUrl}/`, slides, pages, ended, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The error for the end of an outage that was too long. */
const relayLost = (error: unknown): unknown =>
  error instanceof KormeError && error.fault.code === 'redis-lost'
    ? new KormeError({ ...error.fault, code: 'relay-lost' })
    : error

async function waitForTalk(link: RedisLink, deckName: string, onWait = () => {}): Promise<TalkRecord> {
  for (let waits = 0; ; waits++) {
    const record = await readTalkRecord(link, deckName)
    if (record) return record
    if (waits === 0) onWait()
    await new Promise((resolve) => setTimeout(resolve, waitMs))
  }
}

async function openDeck(deck: string, record: TalkRecord, { root, onRead }: RelayOptions): Promise<Live> {
  const live = withContentVersions(
    await openLive(deck, { ...record.options, ...(root !== undefined && { root }), rejectTruncated: true }),
  )
  const { file } = live
  const report = live.report()
  if (!live.state()) throw report.fault ? new KormeError(report.fault) : new UnfitDeckError({ file, report })
  const isNew = newReadings(live)
  live.onReport((next) => {
    if (isNew(next)) onRead?.({ file, report: next, pages: next.valid ? live.state()?.pages.length : undefined })
  })
  return live
}

/** Reads the deck again when its files change. Returns a function that stops it. */
function followFiles(live: Live, onError: (error: unknown) => void): () => void {
  const watcher = watchPaths({
    onChange: (paths) => live.refresh(paths).catch(onError),
    onFail: (path, reason) => onError(watchError(path, reason)),
  })
  live.onReport(() => watcher.setPaths(live.watchedPaths()))
  watcher.setPaths(live.watchedPaths())
  return () => watcher.close()
}

/** What `watchTalk` watches. */
interface WatchedTalk {
  link: RedisLink
  broadcast: Broadcast
  deck: string
  record: TalkRecord
  live: Live
  onDiffer(differs: boolean): void
}

/** Resolves `over` at the end of the talk, and tells whether the speaker's deck is another one. */
function watchTalk({ link, broadcast, deck, record, live, onDiffer }: WatchedTalk) {
  let misses = 0
  let differences = 0
  let differs = false
  let resolve!: (end: TalkEnd) => void
  const over = new Promise<TalkEnd>((done) => {
    resolve = done
  })
  void broadcast.subscribe(endTopic, () => resolve('over'))
  const look = async () => {
    const found = await readTalkRecord(link, basename(deck))
    misses = found ? 0 : misses + 1
    if (misses >= missesAtEnd) resolve('over')
    if (!found) return
    if (found.id !== record.id) return resolve('replaced')
    const own = contentVersions(live.states())
    const isSame = Object.entries(own).every(([tag, version]) => found.versions[tag] === version)
    // The two machines need not see an edit at the same moment.
    differences = isSame ? 0 : differences + 1
    if (isSame === differs && (isSame || differences > 1)) {
      differs = !isSame
      onDiffer(differs)
    }
  }
  const timer = setInterval(() => void look().catch(() => {}), checkMs)
  timer.unref()
  void look().catch(() => {})
  return { over, stop: () => clearInterval(timer) }
}
