/** What colours say: how bad a finding is, what is good, what stands back. */
export type Tone = 'error' | 'warning' | 'info' | 'good' | 'strong' | 'quiet'

/** Colours a text for a terminal, or leaves it as it is. */
export type Colorize = (tone: Tone, text: string) => string

const codes: Record<Tone, readonly [on: number, off: number]> = {
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  good: [32, 39],
  strong: [1, 22],
  quiet: [2, 22],
}

/** Leaves every text as it is. */
export const noColor: Colorize = (_tone, text) => text

/** Colours by the sixteen that every terminal has, so that they suit a light ground as well as a dark one. */
export const ansiColor: Colorize = (tone, text) =>
  text === '' ? '' : `\x1b[${codes[tone][0]}m${text}\x1b[${codes[tone][1]}m`

/**
 * Whether to colour what goes to a stream. `NO_COLOR` comes first, then `FORCE_COLOR`, then whether it is a terminal.
 * Source: https://no-color.org, https://force-color.org
 */
export function shouldColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}
