import type { Lang } from '../model/lang.ts'
import type { Live, LiveReport } from '../model/wire/live.ts'
import type { DeckPageMessage, FindingsView } from '../model/wire/serve-pages.ts'
import { type Channel, openChannel } from './channel.ts'
import { watchPaths } from './path-watcher.ts'

/** Who looks at a deck's page. */
export interface Viewer {
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
  pages: Channel<Viewer>
  close(): void
}

export interface ServedDeckOptions {
  findings(live: Live, report: LiveReport, reader: Viewer): FindingsView
  /** The deck looks otherwise, or something else is to be said of it. */
  onReport(report: LiveReport): void
  onError(error: unknown): void
  onWatchFailed(path: string, reason: string): void
}

/**
 * A file is bad, or gone, for a moment while it is written: only what lasts for so long is told. Units: milliseconds.
 * Editors that delete a file and make it anew take up to a tenth of a second.
 */
export const confirmDelayMs = 300

/** Serves a deck from now on: reads it whenever its files change, and tells its pages. */
export function serveDeck(live: Live, options: ServedDeckOptions): ServedDeck {
  const { findings, onReport, onError, onWatchFailed } = options
  let lastReport = live.report()
  let lastVersion = live.state()?.version
  let confirmTimer: NodeJS.Timeout | undefined
  const stateFor = (reader: Viewer, known: number): DeckPageMessage => {
    const state = live.state()
    return {
      type: 'state',
      state: state?.version === known ? null : state,
      findings: findings(live, lastReport, reader),
    }
  }
  const pages: Channel<Viewer> = openChannel({
    onOpen: (peer) => peer.send(stateFor(peer.info, peer.info.version)),
    catchUp: ({ info: about }) => stateFor(about, -1),
  })
  const tell = (report: LiveReport) => {
    const version = live.state()?.version
    // Files were looked at again, and are as they were.
    if (version === lastVersion && sameReport(lastReport, report)) return
    lastReport = report
    lastVersion = version
    for (const peer of pages.peers()) {
      const message: DeckPageMessage = { type: 'findings', findings: findings(live, report, peer.info) }
      peer.send(message)
    }
    onReport(report)
  }
  const endChanges = live.onChange((change) => {
    const message: DeckPageMessage = { type: 'change', change }
    pages.broadcast(message)
  })
  const endReports = live.onReport((report) => {
    clearTimeout(confirmTimer)
    if (report.valid) tell(report)
    else confirmTimer = setTimeout(tell, confirmDelayMs, report)
    watch.setPaths(live.watchedPaths())
  })
  // Told at once, also while it reads: it puts off what can wait, and looks again at a file that was half written.
  const watch = watchPaths({ onChange: (paths) => live.refresh(paths).catch(onError), onFail: onWatchFailed })
  watch.setPaths(live.watchedPaths())
  return {
    live,
    report: () => lastReport,
    pages,
    close: () => {
      clearTimeout(confirmTimer)
      endChanges()
      endReports()
      watch.close()
      pages.close()
    },
  }
}

function sameReport(a: LiveReport, b: LiveReport): boolean {
  const said = ({ valid: good, fault, diagnostics }: LiveReport) => JSON.stringify([good, fault, diagnostics])
  return a === b || (a.text === b.text && said(a) === said(b))
}
