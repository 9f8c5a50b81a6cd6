import type { PrintedPages } from '../documents/make-document.ts'
import { columnWidth } from '../report/printable.ts'
import type { Call } from './command.ts'

/** The progress of a run on stderr: a bar on a terminal, a line per deck elsewhere, nothing with --quiet or --json. */
export interface Progress {
  /** Starts a deck; the function that it returns finishes it. */
  begin(deck: ActiveDeck): () => void
  step(): void
  /** Tells how many pages of a deck's document are printed. */
  pages(deck: ActiveDeck, pages: PrintedPages): void
  end(): void
}

export interface ActiveDeck {
  deck: string
  /** Its number among the decks of the run, from 1. */
  done: number
  all: number
}

/** Units: columns. */
const barWidth = 20

/** `steps` is the number of steps in the run; `lines` prints a line per deck if stderr is not a terminal. */
export function createProgress(
  { flags, messages, terminal }: Call,
  { steps, lines }: { steps: number; lines: boolean },
): Progress {
  if (flags.quiet || flags.json) return { begin: () => () => {}, step: () => {}, pages: () => {}, end: () => {} }
  const active = new Set<ActiveDeck>()
  /** What is told of decks with a long document that is being printed. */
  const printing = new Map<ActiveDeck, string>()
  let stepsDone = 0
  let partOfStep = 0
  const show = () => {
    // Of several decks at a time, the one that started first.
    const [deck] = active
    const text = deck ? (printing.get(deck) ?? messages.cli.build.progress(deck)) : ''
    const filled = Math.min(barWidth, Math.round((barWidth * (stepsDone + partOfStep)) / steps))
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} `
    const available = terminal.width - columnWidth(bar) - 1
    terminal.progress(columnWidth(text) > available ? bar : bar + text)
  }
  return {
    begin: (deck) => {
      active.add(deck)
      if (terminal.live) show()
      else if (lines) terminal.err(`${messages.cli.build.progress(deck)}\n`)
      return () => active.delete(deck)
    },
    step: () => {
      stepsDone += 1
      partOfStep = 0
      printing.clear()
      if (terminal.live) show()
    },
    pages: (deck, { done, all }) => {
      const text = messages.cli.build.pages({ deck: deck.deck, done, all })
      printing.set(deck, text)
      partOfStep = done / all
      if (terminal.live) show()
      else if (lines) terminal.err(`${text}\n`)
    },
    end: () => terminal.progress(''),
  }
}
