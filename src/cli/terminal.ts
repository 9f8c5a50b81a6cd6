import { ansiColor, type Colorize, noColor, shouldColor } from '../report/colors.ts'

/** Where a command speaks: findings and results to `out`, progress and failures to `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether stderr is a terminal on which a line can be replaced. */
  live: boolean
  /** One line on stderr that the next one replaces, on a terminal only; empty: takes the last one away. */
  progress(text: string): void
  paint: Colorize
  paintErr: Colorize
  /** Units: columns. */
  width: number
  env: Readonly<Record<string, string | undefined>>
}

/** Wider than this, lines are hard to read; a pipe gets the usual width of a terminal. */
const maxWidth = 120
const defaultWidth = 100

/** The terminal that this process runs in. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process
  const live = stderr.isTTY === true && env.TERM !== 'dumb'
  let shown = false
  const clear = () => {
    if (shown) stderr.write('\r\x1b[K')
    shown = false
  }
  return {
    live,
    out: (text) => {
      clear()
      stdout.write(text)
    },
    err: (text) => {
      clear()
      stderr.write(text)
    },
    progress: (text) => {
      if (!live) return
      clear()
      stderr.write(text)
      shown = text !== ''
    },
    paint: shouldColor(env, stdout.isTTY === true) ? ansiColor : noColor,
    paintErr: shouldColor(env, stderr.isTTY === true) ? ansiColor : noColor,
    width: stdout.isTTY ? Math.min(stdout.columns || defaultWidth, maxWidth) : defaultWidth,
    env,
  }
}
