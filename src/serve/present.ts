import { createQr } from '../blocks/qr.ts'
import { openLive } from '../live/open-live.ts'
import { KormeError } from '../model/errors.ts'
import type { Live } from '../model/live.ts'
import type { Invitation, QrPath } from '../model/wire/talk-words.ts'
import { shellWord } from '../report/shell-word.ts'
import { shortPath } from '../report/short-path.ts'
import { commandLine } from '../report/suggested-command.ts'
import { newReadings } from './new-readings.ts'
import { type PresentHandle, type PresentOptions, UnfitDeckError } from './options.ts'
import { startTalk } from './talk/resume.ts'
import type { TalkKeeper } from './talk/talk-keeper.ts'
import { loadTalkPages } from './talk/talk-pages.ts'
import { openTalkSession, type TalkUrls } from './talk/talk-session.ts'

/** Starts `present` of the library. */
export async function present(deck: string, given: PresentOptions = {}): Promise<PresentHandle> {
  const start = await startTalk(deck, given)
  const { options, version } = start
  const { port, network = false, messages = null, onRead, onError = () => {} } = options
  const [live, renderer] = await Promise.all([
    openLive(deck, { ...options, rejectTruncated: true, version }),
    loadTalkPages(),
  ])
  const { file } = live
  const report = live.report()
  const state = live.state()
  if (!state) throw report.fault ? new KormeError(report.fault) : new UnfitDeckError({ file, report }, options)
  const command = network ? null : presentCommand(live, options)
  const session = await openTalkSession({
    live,
    renderer,
    port,
    network,
    messages,
    invitation: (urls) => invitationOf(urls, command),
    onError,
    kept: start.kept ?? undefined,
    onKeep: () => keeper?.changed(),
  })
  const { server, urls } = session
  const keeper: TalkKeeper | null = await start.keep(session, () => newestVersion(live))
  const isNew = newReadings(live)
  live.onReport((next) => {
    if (isNew(next)) onRead?.({ file, report: next, pages: next.valid ? live.state()?.pages.length : undefined })
  })
  return {
    port: server.port,
    isFallbackPort: server.isFallbackPort,
    urls,
    slides: report.slides,
    pages: state.pages.length,
    laterStart: report.diagnostics.find(({ code }) => code === 'slide-now-later') ?? null,
    network,
    resumedMs: start.kept?.savedAtMs ?? null,
    interruptedMs: start.interruptedMs,
    close: async ({ resumable = false } = {}) => {
      await session.close()
      await keeper.close(resumable)
    },
  }
}

const newestVersion = (live: Live): number => Math.max(...live.states().map(({ version }) => version))

/** The command that lets other devices connect. */
const presentCommand = ({ file }: Live, options: PresentOptions): string =>
  commandLine('present', [shellWord(shortPath(file.name)), '--host'], options)

function invitationOf({ audience, remote }: TalkUrls, command: string | null): Invitation {
  const withQr = ([address = '']: readonly string[]) => ({ address, qr: qrPath(address) })
  return { audience: withQr(audience), remote: withQr(remote), command }
}

function qrPath(url: string): QrPath | null {
  const qr = createQr(url, { text: '', lang: 'en' })
  return qr && { size: qr.size, path: qr.path }
}
