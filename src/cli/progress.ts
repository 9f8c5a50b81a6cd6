import { columns } from '../report/printable.ts'
import type { Call } from './command.ts'

/** How far a run has come, on stderr: a bar on a terminal, a line a deck elsewhere, nothing where quiet is wanted. */
export interface Progress {
  begin(deck: { deck: string; done: number; all: number }): void
  step(): void
  end(): void
}

/** Units: columns. */
const barWidth = 20

/** `steps` are those of the whole run; `lines` says whether lines are printed where there is no terminal. */
export function progressOf(
  { flags, messages, terminal }: Call,
  { steps, lines }: { steps: number; lines: boolean },
): Progress {
  if (flags.quiet || flags.json) return { begin: () => {}, step: () => {}, end: () => {} }
  let text = ''
  let made = 0
  const show = () => {
    const filled = Math.min(barWidth, Math.round((barWidth * made) / steps))
    const bar = `${'█'.repeat(filled)}${'░'.repeat(barWidth - filled)} `
    const room = terminal.width - columns(bar) - 1
    terminal.progress(columns(text) > room ? bar : bar + text)
  }
  return {
    begin: (deck) => {
      text = messages.cli.build.progress(deck)
      if (terminal.live) show()
      else if (lines) terminal.err(`${text}\n`)
    },
    step: () => {
      made += 1
      if (terminal.live) show()
    },
    end: () => terminal.progress(''),
  }
}
