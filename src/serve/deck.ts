import type { Lang } from '../model/lang.ts'
import type { Live, LiveReport } from '../model/wire/live.ts'
import type { ServedMessage, ShownFindings } from '../model/wire/served.ts'
import { type Channel, openChannel } from './channel.ts'
import { openWatch } from './watch.ts'

/** Who looks at a deck's page. */
export interface PageReader {
  lang: Lang
  /** Whether they sit at this machine, so that an address can open a file in their editor. */
  local: boolean
  /** Of the state that their page was made from; 0 for none. */
  version: number
}

/** A deck that is served: what it is now, and the pages that show it. */
export interface ServedDeck {
  live: Live
  /** The newest report that may be told. */
  report(): LiveReport
  pages: Channel<PageReader>
  close(): void
}

export interface ServedDeckOptions {
  findings(live: Live, report: LiveReport, reader: PageReader): ShownFindings
  /** The deck looks otherwise, or something else is to be said of it. */
  onTold(report: LiveReport): void
  onError(error: unknown): void
  onUnwatched(path: string, reason: string): void
}

/**
 * A file is bad, or gone, for a moment while it is written: only what lasts for so long is told. Units: milliseconds.
 * Editors that delete a file and make it anew take up to a tenth of a second.
 */
export const doubtMs = 300

/** Serves a deck from now on: reads it whenever its files change, and tells its pages. */
export function serveDeck(live: Live, options: ServedDeckOptions): ServedDeck {
  const { findings, onTold, onError, onUnwatched } = options
  let told = live.report()
  let toldVersion = live.state()?.version
  let doubt: NodeJS.Timeout | undefined
  const stateFor = (reader: PageReader, known: number): ServedMessage => {
    const state = live.state()
    return { type: 'state', state: state?.version === known ? null : state, findings: findings(live, told, reader) }
  }
  const pages: Channel<PageReader> = openChannel({
    onOpen: (peer) => peer.send(stateFor(peer.about, peer.about.version)),
    catchUp: ({ about }) => stateFor(about, -1),
  })
  const tell = (report: LiveReport) => {
    const version = live.state()?.version
    // Files were looked at again, and are as they were.
    if (version === toldVersion && sameReport(told, report)) return
    told = report
    toldVersion = version
    for (const peer of pages.peers()) {
      const message: ServedMessage = { type: 'findings', findings: findings(live, report, peer.about) }
      peer.send(message)
    }
    onTold(report)
  }
  const endChanges = live.onChange((change) => {
    const message: ServedMessage = { type: 'change', change }
    pages.broadcast(message)
  })
  const endReports = live.onReport((report) => {
    clearTimeout(doubt)
    if (report.good) tell(report)
    else doubt = setTimeout(tell, doubtMs, report)
    watch.follow(live.watched())
  })
  // Told at once, also while it reads: it puts off what can wait, and looks again at a file that was half written.
  const watch = openWatch({ onChange: (paths) => live.refresh(paths).catch(onError), onFail: onUnwatched })
  watch.follow(live.watched())
  return {
    live,
    report: () => told,
    pages,
    close: () => {
      clearTimeout(doubt)
      endChanges()
      endReports()
      watch.close()
      pages.close()
    },
  }
}

function sameReport(a: LiveReport, b: LiveReport): boolean {
  const said = ({ good, fault, diagnostics }: LiveReport) => JSON.stringify([good, fault, diagnostics])
  return a === b || (a.text === b.text && said(a) === said(b))
}
