/**
 * Korme as a library: the same pipeline that the command line runs.
 *
 * ```js
 * import { build } from 'korme'
 * const { diagnostics, outputs } = await build('decks/my-talk.json', { out: 'public' })
 *
 * import { produce, slidesPdf, withPrinter } from 'korme'
 * await withPrinter({}, (printer) => produce('decks/my-talk.json', {}, [slidesPdf(printer, { notes: true })]))
 * ```
 */
export type { BuildOptions, Checked, DocumentKind, Edition } from './build.ts'
export { check } from './build.ts'
export { type Printer, withPrinter } from './export/printer.ts'
export { type LiveOptions, openLive } from './live.ts'
export { loadMessages } from './messages/languages.ts'
export { type Messages, say } from './messages/messages.ts'
export type { Diagnostic, Problem, Severity } from './model/diagnostic.ts'
export type { Lang } from './model/lang.ts'
export type { Live, LiveChange, LivePage, LiveReport, LiveResource, LiveState } from './model/live.ts'
export { EnvironmentError } from './model/machine.ts'
export type { DeckFile, Project } from './model/project.ts'
export { parseRange, type SlideRange } from './model/slide-range.ts'
export type { Edit, Range } from './model/source.ts'
export { slidesPage } from './page.ts'
export { type PdfOptions, slidesPdf } from './pdf.ts'
export type { Built } from './produce.ts'
export { build, produce } from './produce.ts'
export { type JsonFinding, type JsonReport, reportJson } from './report/json.ts'
