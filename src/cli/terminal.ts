import { ansiColor, type Colorize, noColor, shouldColor } from '../report/colors.ts'

/** The output of a command: findings and results go to `out`, progress and failures to `err`. */
export interface Terminal {
  out(text: string): void
  err(text: string): void
  /** Whether stderr is a terminal whose last line can be replaced. */
  live: boolean
  /** Shows one line on stderr, which the next output replaces; an empty text removes it. Only if `live`. */
  progress(text: string): void
  paint: Colorize
  paintErr: Colorize
  /** Units: columns. */
  width: number
  env: Readonly<Record<string, string | undefined>>
}

/** Longer lines are hard to read. Units: columns. */
const maxWidth = 120
/** The width for a pipe. Units: columns. */
const defaultWidth = 80

/** The terminal of this process. */
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
