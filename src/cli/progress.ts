import type { PrintedPages } from '../documents/make-document.ts'
import { columnWidth } from '../report/printable.ts'
import type { Call } from './command.ts'
import { createTimeLeft } from './time-left.ts'

/**
 * The progress of a run on stderr: a bar with the time that is left on a terminal; elsewhere a line per deck, and one every few
 * seconds in a long run; with --json such a line is JSON. Nothing with --quiet.
 */
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

/** How a run is shown. */
export interface ProgressOptions {
  /** The steps of the run. */
  steps: number
  /** The documents that are made, for lines of a long run. */
  documents: number
  /** Whether there is a line per deck if stderr is not a terminal. */
  lines: boolean
}

/** Units: columns. */
const barWidth = 20
/** How often a long run without a terminal says how far it is. Units: milliseconds. */
const lineMs = 10_000

/** Starts to show a run. `now` gives the time in milliseconds. */
export function createProgress(
  { flags, messages, terminal }: Call,
  { steps, documents, lines }: ProgressOptions,
  now: () => number = () => performance.now(),
): Progress {
  if (flags.quiet) return { begin: () => () => {}, step: () => {}, pages: () => {}, end: () => {} }
  const words = messages.cli.build
  const isLive = terminal.live && !flags.json
  const hasLines = lines && !flags.json
  const timeLeft = createTimeLeft(now)
  const active = new Set<ActiveDeck>()
  /** What is told of decks with a long document that is being printed. */
  const printing = new Map<ActiveDeck, string>()
  let stepsDone = 0
  let partOfStep = 0
  let lineAt = now() + lineMs
  const share = () => (steps === 0 ? 1 : Math.min(1, (stepsDone + partOfStep) / steps))
  const show = () => {
    // Of several decks at a time, the one that started first.
    const [deck] = active
    const filled = Math.round(barWidth * share())
    const seconds = timeLeft.at(share())
    const left = seconds === null ? '' : `${words.timeLeft(seconds)} `
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} ${left}`
    const text = deck ? (printing.get(deck) ?? words.progress(deck)) : ''
    const available = terminal.width - columnWidth(bar) - 1
    terminal.progress(columnWidth(text) > available ? bar : bar + text)
  }
  /** One line of a run that takes long. */
  const tell = () => {
    if (now() < lineAt) return
    lineAt = now() + lineMs
    const seconds = timeLeft.at(share())
    const done = Math.min(documents, Math.floor(share() * documents))
    const left = seconds === null ? null : words.timeLeft(seconds)
    const progress = { done, all: documents, secondsLeft: seconds }
    terminal.err(`${flags.json ? JSON.stringify({ progress }) : words.doneSoFar({ done, all: documents, left })}\n`)
  }
  return {
    begin: (deck) => {
      active.add(deck)
      if (isLive) show()
      else if (hasLines) terminal.err(`${words.progress(deck)}\n`)
      return () => active.delete(deck)
    },
    step: () => {
      stepsDone += 1
      partOfStep = 0
      printing.clear()
      if (isLive) show()
      else tell()
    },
    pages: (deck, { done, all }) => {
      const text = words.pages({ deck: deck.deck, done, all })
      printing.set(deck, text)
      partOfStep = done / all
      if (isLive) show()
      else if (hasLines) terminal.err(`${text}\n`)
      else tell()
    },
    end: () => terminal.progress(''),
  }
}
