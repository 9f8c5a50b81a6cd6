/**
 * Korme as a library: the same pipeline that the command line runs.
 *
 * ```js
 * import { build } from 'korme'
 * const { diagnostics, outputs } = await build('decks/my-talk.json', { out: 'public' })
 * ```
 */
export type { BuildOptions, Built, Checked, Edition } from './build.ts'
export { build, check } from './build.ts'
export { loadMessages } from './messages/languages.ts'
export { type Messages, say } from './messages/messages.ts'
export type { Diagnostic, Problem, Severity } from './model/diagnostic.ts'
export type { Lang } from './model/lang.ts'
export { EnvironmentError } from './model/machine.ts'
export type { DeckFile, Project } from './model/project.ts'
export type { Edit, Range } from './model/source.ts'
export { type JsonFinding, type JsonReport, reportJson } from './report/json.ts'
