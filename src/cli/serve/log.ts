import { formatMessage } from '../../languages/messages.ts'
import type { LocatedDiagnostic } from '../../model/diagnostic.ts'
import { KormeError } from '../../model/errors.ts'
import { countFindings, describeGroup } from '../../report/group-findings.ts'
import { createLocator } from '../../report/line-column.ts'
import { columnWidth, printable } from '../../report/printable.ts'
import { shortPath } from '../../report/short-path.ts'
import { headLine, mostSevere } from '../../report/text.ts'
import { indentText } from '../../report/wrap-text.ts'
import { faultText } from '../../serve/decks/deck-views.ts'
import type { DeckReading } from '../../serve/options.ts'
import type { Call } from '../command.ts'
import { statusMark } from '../print-diagnostics.ts'
import { printBug, printError } from '../print-error.ts'

/** What the terminal shows while decks are served. */
export interface ServeLog {
  /** Prints a line about a reading of a deck, with the time, and the first error of an invalid deck. */
  deckRead(deck: DeckReading): void
  /** Prints a problem of the machine, each only once, or the stack of a bug. The server keeps running. */
  error(error: unknown): void
}

/** The width of the time and the space after it. Units: columns. */
const indent = 9

/** Creates the log of a running server. */
export function serveLog({ flags, messages, terminal }: Call): ServeLog {
  const { cli, lang } = messages
  const clock = new Intl.DateTimeFormat(lang, {
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  const printed = new Set<string>()
  const format = { paint: terminal.paint, words: cli, width: terminal.width }
  const say = (problem: LocatedDiagnostic) => formatMessage(messages, problem)
  return {
    deckRead: ({ file, report, pages }) => {
      const { diagnostics, fault, slides, valid } = report
      if (flags.quiet && valid) return
      const mark = statusMark(fault ? { diagnostics: [{ severity: 'error' } as never] } : report, flags, terminal.paint)
      const facts = fault
        ? faultText(fault, messages)
        : `${cli.slides(slides, pages)}, ${cli.counts(countFindings(diagnostics, say))}`
      const time = terminal.paint('quiet', clock.format(new Date()))
      const name = printable(shortPath(file.name))
      const fits = indent + columnWidth(`✓ ${name}  ${facts}`) <= terminal.width
      const below = fits ? `  ${facts}` : `\n${indentText(facts, terminal.width, indent)}`
      const error = valid || fault ? '' : firstError({ file, report })
      terminal.out(`${time} ${mark} ${name}${below}${error}\n`)
    },
    error: (error) => {
      if (!(error instanceof KormeError)) return printBug(error, messages, terminal)
      const sentence = formatMessage(messages, error.fault)
      if (!printed.has(sentence)) printError(error, messages, terminal)
      printed.add(sentence)
    },
  }

  /** The place and the sentence of the first error, so that users need not look at the page. */
  function firstError({ file, report: { diagnostics, text } }: DeckReading): string {
    const [first] = mostSevere(diagnostics, 1)
    if (!first) return ''
    const { line, column } = createLocator(first.source?.text ?? text)(first.range.start)
    const name = first.source?.name ?? shortPath(file.name)
    const { sentence, places } = describeGroup([first], say)
    const head = headLine({ name, location: { line, column }, finding: first, places }, format, indent)
    return `\n${head}\n${indentText(printable(sentence), terminal.width, indent)}`
  }
}
