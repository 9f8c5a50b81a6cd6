import { columnWidth } from '../report/printable.ts'
import type { Call } from './command.ts'
import { createTimeLeft } from './time-left.ts'

/**
 * The progress of a run on stderr: a bar with the time that is left on a terminal; elsewhere a line per deck, and one every few
 * seconds in a long run; with --json such a line is JSON. Nothing with --quiet.
 */
export interface Progress {
  /** Starts a deck, which takes so many of the steps of the run. */
  begin(deck: ActiveDeck, steps: number): DeckProgress
  end(): void
}

/** The progress of one deck. */
export interface DeckProgress {
  step(): void
  /** Tells how many slides are laid out. */
  slides(slides: Counted): void
  /** Tells how many pages of a document are printed. */
  pages(pages: Counted): void
  /** Ends it, and with it all of its steps. */
  finish(): void
}

/** How much of something is done. */
interface Counted {
  done: number
  all: number
}

/** A deck that is worked on. Shape: `done` is its number among the decks of the run, from 1. */
export interface ActiveDeck extends Counted {
  deck: string
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

/** The second one where the first leaves too little room for the words. Units: columns. */
const barWidths = [20, 10] as const
/** How often a long run without a terminal says how far it is. Units: milliseconds. */
const lineMs = 10_000

/** A bar is drawn again after this time, while slides are laid out. Units: milliseconds. */
const barMs = 100

function bar(share: number, width: number): string {
  const filled = Math.round(width * share)
  return '█'.repeat(filled) + '░'.repeat(width - filled)
}

/** A deck that is worked on: how much of it is done, and what is told of it instead of its name. */
interface Active extends ActiveDeck {
  steps: number
  stepsDone: number
  partOfStep: number
  text: string | null
}

/** Starts to show a run. `now` gives the time in milliseconds. */
export function createProgress(
  { flags, messages, terminal }: Call,
  { steps, documents, lines }: ProgressOptions,
  now: () => number = () => performance.now(),
): Progress {
  if (flags.quiet) return silent
  const words = messages.cli.build
  const isLive = terminal.live && !flags.json
  const hasLines = lines && !flags.json
  const timeLeft = createTimeLeft(now)
  const active = new Set<Active>()
  let finished = 0
  let lineAt = now() + lineMs
  let barAt = 0
  const share = () => {
    const begun = [...active].reduce((sum, one) => sum + Math.min(one.steps, one.stepsDone + one.partOfStep), 0)
    return steps === 0 ? 1 : Math.min(1, (finished + begun) / steps)
  }
  const show = () => {
    // Of several decks at a time, the one that started first.
    const [deck] = active
    const seconds = timeLeft.at(share())
    const left = seconds === null ? '' : `${words.timeLeft(seconds)} `
    const text = deck ? (deck.text ?? words.progress(deck)) : ''
    const lines = barWidths.map((width) => `${bar(share(), width)} ${left}${text}`)
    terminal.progress(
      lines.find((line) => columnWidth(line) < terminal.width) ?? `${bar(share(), barWidths[0])} ${left}`,
    )
    barAt = now() + barMs
  }
  /** One line of a run that takes long: what is told of a deck, or how much of all is done. */
  const tell = (text?: string) => {
    if (now() < lineAt) return
    lineAt = now() + lineMs
    const seconds = timeLeft.at(share())
    const done = Math.min(documents, Math.floor(share() * documents))
    const left = seconds === null ? null : words.timeLeft(seconds)
    const progress = { done, all: documents, secondsLeft: seconds }
    const line = flags.json ? JSON.stringify({ progress }) : (text ?? words.doneSoFar({ done, all: documents, left }))
    terminal.err(`${line}\n`)
  }
  const update = () => {
    if (isLive) show()
    else tell()
  }
  return {
    begin: (deck, stepsOfDeck) => {
      const one: Active = { ...deck, steps: stepsOfDeck, stepsDone: 0, partOfStep: 0, text: null }
      active.add(one)
      if (isLive) show()
      else if (hasLines) terminal.err(`${words.progress(deck)}\n`)
      const part = ({ done, all }: Counted, text: string) => {
        one.text = text
        one.partOfStep = done / all
      }
      return {
        step: () => {
          one.stepsDone += 1
          one.partOfStep = 0
          one.text = null
          update()
        },
        slides: (slides) => {
          if (now() < (isLive ? barAt : lineAt)) return
          const text = words.slides({ deck: deck.deck, ...slides })
          part(slides, text)
          if (isLive) show()
          else tell(deck.all === 1 ? text : undefined)
        },
        pages: (pages) => {
          const text = words.pages({ deck: deck.deck, ...pages })
          part(pages, text)
          if (isLive) show()
          else if (hasLines) terminal.err(`${text}\n`)
          else tell()
        },
        finish: () => {
          if (!active.delete(one)) return
          finished += stepsOfDeck
          if (one.stepsDone < stepsOfDeck) update()
        },
      }
    },
    end: () => terminal.progress(''),
  }
}

const silent: Progress = {
  begin: () => ({ step: () => {}, slides: () => {}, pages: () => {}, finish: () => {} }),
  end: () => {},
}
