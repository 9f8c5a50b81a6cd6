/** Flags that several commands list together. */

import { commonFlags, type FlagName } from '../model/flags.ts'

/** Which deck is read, and how. */
export const deckFlags = ['lang', 'script', 'theme', 'aspect', 'root'] as const

/** Which findings fail a run. */
export const strictFlags = ['strict', 'strict-fit'] as const

/** Which browser prints. */
export const browserFlags = ['browser', 'no-sandbox'] as const

/** Which machines do the work. */
export const jobsFlags = ['jobs', 'store', 'max-waiting'] as const

/** What a run prints. */
export const outputFlags = ['quiet', 'json'] as const

/** The groups of flags that have a heading in help. All other flags are a command's own. */
export const flagGroups: readonly (readonly [
  name: 'deck' | 'strict' | 'browser' | 'jobs' | 'output',
  readonly FlagName[],
])[] = [
  ['deck', deckFlags],
  ['strict', strictFlags],
  ['browser', browserFlags],
  ['jobs', jobsFlags],
  ['output', [...outputFlags, ...commonFlags]],
]
