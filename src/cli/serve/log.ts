import { say } from '../../languages/messages.ts'
import { EnvironmentError } from '../../model/machine.ts'
import type { Live, LiveReport } from '../../model/wire/live.ts'
import { locator } from '../../report/place.ts'
import { printable } from '../../report/printable.ts'
import { worst } from '../../report/text.ts'
import type { Call } from '../command.ts'
import { shortPath } from '../decks.ts'
import { printBug, printFault } from '../fault.ts'
import { count, verdict } from '../findings.ts'
import { faultText } from './shown.ts'

/** What the terminal says while decks are served. */
export interface ServeLog {
  /** A deck was read: one line, the time first, and for a bad one the first of what is wrong. */
  read(live: Live, report: LiveReport): void
  /** Something of the machine, once however often it happens; else a bug. */
  fault(error: unknown): void
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
    read: (live, report) => {
      const { diagnostics, fault, slides } = report
      if (flags.quiet && report.good) return
      const sign = verdict(fault ? { diagnostics: [{ severity: 'error' } as never] } : report, flags, terminal.paint)
      const facts = fault ? faultText(fault, messages) : `${cli.slides(slides)}, ${cli.counts(count(diagnostics))}`
      const time = terminal.paint('quiet', clock.format(new Date()))
      const bad = report.good || fault ? '' : ` ${firstError(live, report)}`
      terminal.out(`${time} ${sign} ${printable(shortPath(live.file.name))}  ${facts}${bad}\n`)
    },
    fault: (error) => {
      if (!(error instanceof EnvironmentError)) return bug(error)
      const sentence = say(messages, error.fault)
      if (!said.has(sentence)) printFault(error, messages, terminal)
      said.add(sentence)
    },
  }

  /** `2:13 A comma is missing. [comma-missing]`, so that it is known without a look at the page. */
  function firstError(live: Live, { diagnostics, text }: LiveReport): string {
    const [first] = worst(diagnostics, 1)
    if (!first) return ''
    const { line, column } = locator(first.source?.text ?? text)(first.range.start)
    const name = first.source?.name ?? shortPath(live.file.name)
    const place = terminal.paint('strong', `${printable(name)}:${line}:${column}:`)
    return `\n         ${place} ${printable(say(messages, first))} ${terminal.paint('quiet', `[${first.code}]`)}`
  }
}
