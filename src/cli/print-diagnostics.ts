import { formatMessage } from '../languages/messages.ts'
import type { LocatedDiagnostic, Severity } from '../model/diagnostic.ts'
import type { Flags } from '../model/flags.ts'
import type { Colorize, Tone } from '../report/colors.ts'
import { type FindingGroup, groupFindings } from '../report/group-findings.ts'
import { maxPrinted, type ReportedDeck, reportText } from '../report/text.ts'
import type { Call } from './command.ts'

/**
 * Prints the diagnostics of one run. Errors come first, all of them, as soon as their deck is known. The rest follow at the
 * end, warnings before infos, up to a limit.
 */
export interface DiagnosticsPrinter {
  printErrors(deck: ReportedDeck): void
  /** `frames` decides whether lines of the source are shown. */
  keepRest(deck: ReportedDeck, severities: readonly Exclude<Severity, 'error'>[], frames: boolean): void
  /** Prints what was kept, and how much of it is not shown. */
  end(): void
}

/** What is printed at the end: the findings of one severity in one deck. */
interface KeptFindings {
  deck: ReportedDeck
  severity: Severity
  frames: boolean
}

/** Creates the printer of a run. */
export function createDiagnosticsPrinter({ flags, messages, terminal }: Call): DiagnosticsPrinter {
  const { paint, width } = terminal
  const say = (problem: LocatedDiagnostic) => formatMessage(messages, problem)
  const format = { say, words: messages.cli, paint, width }
  const kept: KeptFindings[] = []
  let framed = 0

  const groupsOf = (deck: ReportedDeck, wanted: Severity) =>
    groupFindings(
      deck.diagnostics.filter(({ severity }) => severity === wanted),
      say,
    )
  const print = (deck: ReportedDeck, groups: readonly FindingGroup[], frames: boolean) => {
    if (groups.length > 0) terminal.out(`${reportText(deck, groups, { ...format, frames })}\n`)
  }
  return {
    printErrors: (deck) => {
      const groups = groupsOf(deck, 'error')
      // Thousands of frames would bury what they show.
      const withFrame = groups.slice(0, Math.max(0, maxPrinted - framed))
      framed += withFrame.length
      print(deck, withFrame, true)
      print(deck, groups.slice(withFrame.length), false)
    },
    keepRest: (deck, severities, frames) => {
      for (const severity of severities) {
        if (!flags.quiet || isFailure(severity, flags)) kept.push({ deck, severity, frames })
      }
    },
    end: () => {
      let left = maxPrinted
      let hidden = 0
      const order: Severity[] = ['warning', 'info']
      for (const wanted of order) {
        for (const { deck, severity, frames } of kept) {
          if (severity !== wanted) continue
          const groups = groupsOf(deck, severity)
          print(deck, groups.slice(0, left), frames)
          hidden += Math.max(0, groups.length - left)
          left = Math.max(0, left - groups.length)
        }
      }
      if (hidden > 0) terminal.out(`${paint('quiet', messages.cli.hidden(hidden))}\n\n`)
    },
  }
}

/** Whether a diagnostic of this severity fails the run. */
const isFailure = (severity: Severity, { strict }: Flags) =>
  severity === 'error' || (severity === 'warning' && strict === true)

/** Whether a deck fails the run. */
export const isFailing = (deck: Pick<ReportedDeck, 'diagnostics'>, flags: Flags): boolean =>
  deck.diagnostics.some(({ severity }) => isFailure(severity, flags))

/** The coloured symbol that starts a deck's line. */
export function statusMark(deck: Pick<ReportedDeck, 'diagnostics'>, flags: Flags, paint: Colorize): string {
  const [symbol, tone]: [string, Tone] = isFailing(deck, flags)
    ? ['✗', 'error']
    : deck.diagnostics.some(({ severity }) => severity === 'warning')
      ? ['!', 'warning']
      : ['✓', 'good']
  return paint(tone, symbol)
}
