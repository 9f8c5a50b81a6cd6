import { openLive } from '../live/open-live.ts'
import { type AudienceAddress, parseAudienceAddress } from '../model/audience-address.ts'
import { KormeError } from '../model/errors.ts'
import type { Live } from '../model/live.ts'
import { shellWord } from '../report/shell-word.ts'
import { shortPath } from '../report/short-path.ts'
import { commandLine } from '../report/suggested-command.ts'
import { newReadings } from './new-readings.ts'
import { type PresentHandle, type PresentOptions, UnfitDeckError } from './options.ts'
import { keptSharedId, shareByRedis } from './talk/redis/shared-by-redis.ts'
import type { RecordedOptions } from './talk/redis/talk-record.ts'
import { startTalk } from './talk/resume.ts'
import type { TalkKeeper } from './talk/talk-keeper.ts'
import { loadTalkPages } from './talk/talk-pages.ts'
import { openTalkSession } from './talk/talk-session.ts'

/** Starts `present` of the library. */
export async function present(deck: string, given: PresentOptions = {}): Promise<PresentHandle> {
  const start = await startTalk(deck, given)
  const { options, version } = start
  const address = audienceAddress(options)
  const { port, network = false, messages = null, preferredNetwork, onPlace, onRead, onError = () => {} } = options
  const [live, renderer] = await Promise.all([
    openLive(deck, { ...options, rejectTruncated: true, version }),
    loadTalkPages(),
  ])
  const { file } = live
  const report = live.report()
  const state = live.state()
  if (!state) throw report.fault ? new KormeError(report.fault) : new UnfitDeckError({ file, report }, options)
  const ids = keptSharedId(start.kept?.parts)
  const { broadcast, onOutage } = options
  const shared = broadcast === undefined ? null : await shareByRedis(broadcast, file.path, { ids, onOutage })
  const command = network ? null : presentCommand(live, options)
  // Pages that are still open may connect, and change something, before the file is written for the first time.
  let keeper: TalkKeeper | null = null
  const session = await openTalkSession({
    live,
    renderer,
    root: options.root,
    port,
    network,
    messages,
    command,
    address,
    preferredNetwork,
    onPlace,
    onError,
    broadcast: shared?.broadcast,
    shared: shared?.ids,
    kept: start.kept ?? undefined,
    onKeep: () => keeper?.changed(),
  }).catch(async (error: unknown) => {
    await shared?.close(false)
    throw error
  })
  shared?.announce(live, recordedOptions(options))
  const { server, place } = session
  const kept = await start.keep(session, () => newestVersion(live))
  keeper = kept
  kept.changed()
  const isNew = newReadings(live)
  live.onReport((next) => {
    if (isNew(next)) onRead?.({ file, report: next, pages: next.valid ? live.state()?.pages.length : undefined })
  })
  return {
    port: server.port,
    isFallbackPort: server.isFallbackPort,
    get urls() {
      return place().urls
    },
    place,
    slides: report.slides,
    pages: state.pages.length,
    isLoop: report.loop !== undefined,
    laterStart: report.diagnostics.find(({ code }) => code === 'slide-now-later') ?? null,
    network,
    broadcast: broadcast ?? null,
    resumedMs: start.kept?.savedAtMs ?? null,
    interruptedMs: start.interruptedMs,
    close: async ({ resumable = false } = {}) => {
      await session.close()
      await shared?.close(!resumable)
      await kept.close(resumable)
    },
  }
}

/** Where the audience finds other processes. Errors: `flag-missing`, `audience-address-unreadable`, exit code 2. */
function audienceAddress({ address, broadcast }: PresentOptions): AudienceAddress | undefined {
  if (address === undefined) return undefined
  const [flag, example, command] = ['--broadcast', 'redis://host:6379', 'present --address']
  if (broadcast === undefined) throw new KormeError({ code: 'flag-missing', flag, command, example })
  const read = parseAudienceAddress(address)
  if (!read) throw new KormeError({ code: 'audience-address-unreadable', value: address })
  return read
}

/** Those with which others have to read the deck, too. */
const recordedOptions = ({ aspect, lang, script, theme }: PresentOptions): RecordedOptions => ({
  ...(aspect && { aspect }),
  ...(lang && { lang }),
  ...(script && { script }),
  ...(theme && { theme }),
})

const newestVersion = (live: Live): number => Math.max(...live.states().map(({ version }) => version))

/** The command that lets other devices connect. */
const presentCommand = ({ file }: Live, options: PresentOptions): string =>
  commandLine('present', [shellWord(shortPath(file.name)), '--host'], options)
