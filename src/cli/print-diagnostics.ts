import { formatMessage } from '../languages/messages.ts'
import type { LocatedDiagnostic, Severity } from '../model/diagnostic.ts'
import type { Flags } from '../model/flags.ts'
import type { Colorize, Tone } from '../report/colors.ts'
import { countBySeverity } from '../report/count-by-severity.ts'
import { maxPrinted, mostSevere, type ReportedDeck, reportText } from '../report/text.ts'
import type { Call } from './command.ts'

/** Prints the diagnostics of one run, deck by deck, up to a limit, and counts the rest. */
export interface DiagnosticsPrinter {
  print(deck: ReportedDeck, severities: readonly Severity[], frames: boolean): void
  end(): void
}

/** Creates the printer of a run; the limit applies to the whole run. */
export function createDiagnosticsPrinter({ flags, messages, terminal }: Call): DiagnosticsPrinter {
  const { paint, width } = terminal
  const format = {
    say: (problem: LocatedDiagnostic) => formatMessage(messages, problem),
    words: messages.cli,
    paint,
    width,
  }
  let left = maxPrinted
  let hidden = 0
  return {
    print: (deck, severities, frames) => {
      const wanted = deck.diagnostics.filter(
        ({ severity }) => severities.includes(severity) && (!flags.quiet || isFailure(severity, flags)),
      )
      const shown = mostSevere(wanted, left)
      left -= shown.length
      hidden += wanted.length - shown.length
      if (shown.length > 0) terminal.out(`${reportText(deck, shown, { ...format, frames })}\n`)
    },
    end: () => {
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
  const { warning } = countBySeverity(deck.diagnostics)
  const [symbol, tone]: [string, Tone] = isFailing(deck, flags)
    ? ['✗', 'error']
    : warning > 0
      ? ['!', 'warning']
      : ['✓', 'good']
  return paint(tone, symbol)
}
