/** The meaning of a colour: a severity, success, emphasis, or secondary text. */
export type Tone = 'error' | 'warning' | 'info' | 'good' | 'strong' | 'quiet'

/** Colours a text for a terminal, or returns it unchanged. */
export type Colorize = (tone: Tone, text: string) => string

const codes: Record<Tone, readonly [on: number, off: number]> = {
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  good: [32, 39],
  strong: [1, 22],
  quiet: [2, 22],
}

/** Returns every text unchanged. */
export const noColor: Colorize = (_tone, text) => text

/** Colours text with the sixteen basic colours, which suit light and dark terminals. */
export const ansiColor: Colorize = (tone, text) =>
  text === '' ? '' : `\x1b[${codes[tone][0]}m${text}\x1b[${codes[tone][1]}m`

/**
 * Whether to colour the output to a stream: decided by `NO_COLOR`, else `FORCE_COLOR`, else whether it is a terminal.
 * Source: https://no-color.org, https://force-color.org
 */
export function shouldColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false'
  return isTerminal && env.TERM !== 'dumb'
}
