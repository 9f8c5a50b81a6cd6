import { qrOf } from '../../blocks/qr.ts'
import { openLive } from '../../live/open-live.ts'
import { EnvironmentError } from '../../model/machine.ts'
import type { Live } from '../../model/wire/live.ts'
import type { Invitation, QrShape } from '../../model/wire/present-words.ts'
import { printable } from '../../report/printable.ts'
import { type Addresses, openSession, type Session } from '../../serve/present/session.ts'
import type { Call } from '../command.ts'
import { shortPath } from '../decks.ts'
import { findingsPrinter } from '../findings.ts'
import { program } from '../help.ts'
import { serveLog } from '../serve/log.ts'
import { portOf } from '../serve/options.ts'
import { liveOptions } from '../serve/serving.ts'
import { greeting } from './greeting.ts'
import { talkPages } from './pages.ts'

/**
 * Joins a deck, the pages of its talk and a server, as the flags of a call want it.
 * Errors: `port-…`, exit codes 2 and 3; `deck-unfit`, exit code 1, after the deck's own errors were told.
 */
export async function presenting(call: Call, deck: string) {
  const port = portOf(call.flags)
  const name = printable(shortPath(deck))
  const [live, pages] = await Promise.all([openLive(deck, { ...liveOptions(call), wholeOnly: true }), talkPages()])
  if (!live.state()) refuse(call, live, name)
  const log = serveLog(call)
  const command = `${program} present ${name} --host`
  const session = await openSession({
    live,
    pages,
    port,
    open: call.flags.host === true,
    invitation: (addresses, open) => invitationOf(addresses, open ? null : command),
    onBug: log.bug,
    onError: log.fault,
  })
  // From now on, each save is told as `serve` tells it.
  live.onReport((report) => log.read(live, report))
  const slides = { deck: name, slides: live.report().slides }
  return { session, slides, greeting: greeting(call, { addresses: session.addresses, command }) } satisfies {
    session: Session
    slides: object
    greeting: string
  }
}

/** Tells what is wrong with a deck that cannot be shown at all. */
function refuse(call: Call, live: Live, name: string): never {
  const report = live.report()
  if (report.fault) throw new EnvironmentError(report.fault)
  const printer = findingsPrinter(call)
  printer.print({ ...report, file: live.file }, ['error'], true)
  printer.end()
  throw new EnvironmentError({ code: 'deck-unfit', deck: name, command: `${program} check ${name}` }, 1)
}

function invitationOf({ audience, remote }: Addresses, command: string | null): Invitation {
  const of = (addresses: readonly string[]) => {
    const address = addresses[0] ?? ''
    return { address, qr: shapeOf(address) }
  }
  return { audience: of(audience), remote: of(remote), command }
}

function shapeOf(address: string): QrShape | null {
  const qr = qrOf(address, { text: '', lang: 'en' })
  return qr && { size: qr.size, path: qr.path }
}
