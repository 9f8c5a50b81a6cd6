import type { Counts } from '../languages/cli-messages.ts'
import { say } from '../languages/messages.ts'
import type { Diagnostic, Severity } from '../model/diagnostic.ts'
import type { Paint, Tone } from '../report/paint.ts'
import { printLimit, type Reported, reportText, worst } from '../report/text.ts'
import type { Call, Flags } from './command.ts'

/** Prints the findings of one run, deck by deck, and counts those beyond the limit. */
export interface FindingsPrinter {
  print(deck: Reported, severities: readonly Severity[], frames: boolean): void
  end(): void
}

/** One printer serves one run, since the limit is for the whole run. */
export function findingsPrinter({ flags, messages, terminal }: Call): FindingsPrinter {
  const { paint, width } = terminal
  const look = { say: (problem: Diagnostic) => say(messages, problem), words: messages.cli, paint, width }
  let left = printLimit
  let hidden = 0
  return {
    print: (deck, severities, frames) => {
      const wanted = deck.diagnostics.filter(
        ({ severity }) => severities.includes(severity) && (!flags.quiet || isFailure(severity, flags)),
      )
      const shown = worst(wanted, left)
      left -= shown.length
      hidden += wanted.length - shown.length
      if (shown.length > 0) terminal.out(`${reportText(deck, shown, { ...look, frames })}\n`)
    },
    end: () => {
      if (hidden > 0) terminal.out(`${paint('quiet', messages.cli.hidden(hidden))}\n\n`)
    },
  }
}

/** Whether a finding of this severity fails the run. */
const isFailure = (severity: Severity, { strict }: Flags) =>
  severity === 'error' || (severity === 'warning' && strict === true)

/** Whether a deck fails the run. */
export const fails = (deck: Pick<Reported, 'diagnostics'>, flags: Flags): boolean =>
  deck.diagnostics.some(({ severity }) => isFailure(severity, flags))

/** How many findings of each severity a deck has. */
export function count(diagnostics: readonly Diagnostic[]): Counts {
  const counts: Counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of diagnostics) counts[severity]++
  return counts
}

/** The sign before a deck's line, and its colour. */
export function verdict(deck: Pick<Reported, 'diagnostics'>, flags: Flags, paint: Paint): string {
  const { warning } = count(deck.diagnostics)
  const [sign, tone]: [string, Tone] = fails(deck, flags)
    ? ['✗', 'error']
    : warning > 0
      ? ['!', 'warning']
      : ['✓', 'good']
  return paint(tone, sign)
}
