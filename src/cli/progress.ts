import { columnWidth } from '../report/printable.ts'
import type { Call } from './command.ts'

/** How far a run has come, on stderr: a bar on a terminal, a line a deck elsewhere, nothing where quiet is wanted. */
export interface Progress {
  /** A deck is being worked on, until what is given back is called. */
  begin(deck: ActiveDeck): () => void
  step(): void
  end(): void
}

interface ActiveDeck {
  deck: string
  /** Its number among all decks of the run, from 1. */
  done: number
  all: number
}

/** Units: columns. */
const barWidth = 20

/** `steps` are those of the whole run; `lines` says whether lines are printed where there is no terminal. */
export function createProgress(
  { flags, messages, terminal }: Call,
  { steps, lines }: { steps: number; lines: boolean },
): Progress {
  if (flags.quiet || flags.json) return { begin: () => () => {}, step: () => {}, end: () => {} }
  const working = new Set<ActiveDeck>()
  let made = 0
  const show = () => {
    // Of several decks at a time, the one that was begun first.
    const [deck] = working
    const text = deck ? messages.cli.build.progress(deck) : ''
    const filled = Math.min(barWidth, Math.round((barWidth * made) / steps))
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} `
    const room = terminal.width - columnWidth(bar) - 1
    terminal.progress(columnWidth(text) > room ? bar : bar + text)
  }
  return {
    begin: (deck) => {
      working.add(deck)
      if (terminal.live) show()
      else if (lines) terminal.err(`${messages.cli.build.progress(deck)}\n`)
      return () => working.delete(deck)
    },
    step: () => {
      made += 1
      if (terminal.live) show()
    },
    end: () => terminal.progress(''),
  }
}
