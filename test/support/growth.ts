import { checkSync } from 'recheck'
import type { Expression } from './regular-expressions.ts'

/** Few and small generations of hostile texts find what many do, in a third of the time. */
const effort = { timeout: 60_000, maxIteration: 2, maxInitialGenerationSize: 60, maxGenerationSize: 20 }

/** Whether an expression repeats anything without a limit. One that does not looks at a few characters from each place. */
const repeats = (source: string) => /[*+]|\{\d+,\}/.test(source.replace(/\\.|\[(?:\\.|[^\]\\])*\]/g, ''))

/**
 * Returns how a regular expression grows with the length of a hostile text if that is more than linear, counted in steps of
 * a machine, not in seconds. A `\s+$` without an anchor is quadratic: from each blank on, it looks at all that follow.
 */
export function growth({ source, flags, place }: Expression): string | null {
  if (!repeats(source)) return null
  const found = checkSync(source, flags, effort)
  if (found.status === 'safe') return null
  const kind =
    found.status === 'unknown'
      ? `unknown (${found.error.kind})`
      : `${found.complexity.summary}, for example on ${found.attack.pattern}`
  return `${place}: /${source}/${flags} is ${kind}`
}
