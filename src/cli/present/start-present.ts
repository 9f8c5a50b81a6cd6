import { createQr } from '../../blocks/qr.ts'
import { openLive } from '../../live/open-live.ts'
import { KormeError } from '../../model/errors.ts'
import type { Live } from '../../model/wire/live.ts'
import type { Invitation, QrPath } from '../../model/wire/talk-words.ts'
import { printable } from '../../report/printable.ts'
import { openTalkSession, type TalkSession, type TalkUrls } from '../../serve/present/talk-session.ts'
import type { Call } from '../command.ts'
import { shortPath } from '../decks.ts'
import { programName } from '../help.ts'
import { createDiagnosticsPrinter } from '../print-diagnostics.ts'
import { serveLog } from '../serve/log.ts'
import { type LiveCall, liveOptions } from '../serve/start-serve.ts'
import { greeting } from './greeting.ts'
import { talkPages } from './pages.ts'

/**
 * Joins a deck, the pages of its talk and a server, as the flags of a call want it.
 * Errors: `port-…`, exit codes 2 and 3; `deck-unfit`, exit code 1, after the deck's own errors were told.
 */
export async function startPresenting(call: LiveCall, deck: string) {
  const name = printable(shortPath(deck))
  const [live, pages] = await Promise.all([
    openLive(deck, { ...liveOptions(call), rejectTruncated: true }),
    talkPages(),
  ])
  if (!live.state()) reportUnusableDeck(call, live, name)
  const log = serveLog(call)
  const command = `${programName} present ${name} --host`
  const session = await openTalkSession({
    live,
    renderer: pages,
    port: call.flags.port,
    open: call.flags.host === true,
    invitation: (addresses, open) => invitationOf(addresses, open ? null : command),
    onBug: log.bug,
    onError: log.failure,
  })
  // From now on, each save is told as `serve` tells it.
  live.onReport((report) => log.deckRead(live, report))
  const slides = { deck: name, slides: live.report().slides }
  return { session, slides, greeting: greeting(call, { addresses: session.urls, command }) } satisfies {
    session: TalkSession
    slides: object
    greeting: string
  }
}

/** Tells what is wrong with a deck that cannot be shown at all. */
function reportUnusableDeck(call: Call, live: Live, name: string): never {
  const report = live.report()
  if (report.fault) throw new KormeError(report.fault)
  const printer = createDiagnosticsPrinter(call)
  printer.print({ ...report, file: live.file }, ['error'], true)
  printer.end()
  throw new KormeError({ code: 'deck-unfit', deck: name, command: `${programName} check ${name}` }, 1)
}

function invitationOf({ audience, remote }: TalkUrls, command: string | null): Invitation {
  const of = (addresses: readonly string[]) => {
    const address = addresses[0] ?? ''
    return { address, qr: qrShapeOf(address) }
  }
  return { audience: of(audience), remote: of(remote), command }
}

function qrShapeOf(address: string): QrPath | null {
  const qr = createQr(address, { text: '', lang: 'en' })
  return qr && { size: qr.size, path: qr.path }
}
