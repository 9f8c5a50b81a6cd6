import { formatMessage } from '../../languages/messages.ts'
import { KormeError } from '../../model/errors.ts'
import type { Live, LiveReport } from '../../model/wire/live.ts'
import { createLocator } from '../../report/line-column.ts'
import { printable } from '../../report/printable.ts'
import { mostSevere } from '../../report/text.ts'
import type { Call } from '../command.ts'
import { shortPath } from '../decks.ts'
import { countBySeverity, statusMark } from '../print-diagnostics.ts'
import { printBug, printError } from '../print-error.ts'
import { faultText } from './shown-findings.ts'

/** What the terminal says while decks are served. */
export interface ServeLog {
  /** A deck was read: one line, the time first, and for a bad one the first of what is wrong. */
  deckRead(live: Live, report: LiveReport): void
  /** Something of the machine, once however often it happens; else a bug. */
  failure(error: unknown): void
  /** A mistake of ours, with its stack. Nothing ends for it: what was shown is still shown. */
  bug(error: unknown): void
}

/** Tells what becomes of each save. */
export function serveLog({ flags, messages, terminal }: Call): ServeLog {
  const { cli, lang } = messages
  const clock = new Intl.DateTimeFormat(lang, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false })
  const said = new Set<string>()
  const bug = (error: unknown) => printBug(error, messages, terminal)
  return {
    bug,
    deckRead: (live, report) => {
      const { diagnostics, fault: failure, slides } = report
      if (flags.quiet && report.valid) return
      const sign = statusMark(
        failure ? { diagnostics: [{ severity: 'error' } as never] } : report,
        flags,
        terminal.paint,
      )
      const facts = failure
        ? faultText(failure, messages)
        : `${cli.slides(slides)}, ${cli.counts(countBySeverity(diagnostics))}`
      const time = terminal.paint('quiet', clock.format(new Date()))
      const bad = report.valid || failure ? '' : ` ${firstError(live, report)}`
      terminal.out(`${time} ${sign} ${printable(shortPath(live.file.name))}  ${facts}${bad}\n`)
    },
    failure: (error) => {
      if (!(error instanceof KormeError)) return bug(error)
      const sentence = formatMessage(messages, error.fault)
      if (!said.has(sentence)) printError(error, messages, terminal)
      said.add(sentence)
    },
  }

  /** `2:13 A comma is missing. [comma-missing]`, so that it is known without a look at the page. */
  function firstError(live: Live, { diagnostics, text }: LiveReport): string {
    const [first] = mostSevere(diagnostics, 1)
    if (!first) return ''
    const { line, column } = createLocator(first.source?.text ?? text)(first.range.start)
    const name = first.source?.name ?? shortPath(live.file.name)
    const place = terminal.paint('strong', `${printable(name)}:${line}:${column}:`)
    return `\n         ${place} ${printable(formatMessage(messages, first))} ${terminal.paint('quiet', `[${first.code}]`)}`
  }
}
