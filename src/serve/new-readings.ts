import type { Live, LiveReport } from '../model/live.ts'

/**
 * Returns a function that tells whether a reading of a deck differs from the one before: in its report, or in what is shown.
 * Files are often read again without a change, for example when their folder begins to be watched.
 */
export function newReadings(live: Live): (report: LiveReport) => boolean {
  let before = { report: live.report(), version: versionOf(live) }
  return (report) => {
    const version = versionOf(live)
    if (version === before.version && sameReport(before.report, report)) return false
    before = { report, version }
    return true
  }
}

function sameReport(a: LiveReport, b: LiveReport): boolean {
  const content = ({ valid, fault, diagnostics }: LiveReport) => JSON.stringify([valid, fault, diagnostics])
  return a === b || (a.text === b.text && content(a) === content(b))
}

const versionOf = (live: Live): string =>
  live
    .states()
    .map(({ version }) => version)
    .join()
