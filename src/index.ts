/**
 * Korme as a library: the same pipeline that the command line runs.
 *
 * ```js
 * import { build } from 'korme'
 * const { diagnostics, outputs } = await build('decks/my-talk.json', { out: 'public' })
 *
 * import { produce, withPrinter } from 'korme'
 * const requests = [{ kind: 'pdf', options: { notes: true } }]
 * await withPrinter({}, (printer) => produce('decks/my-talk.json', {}, requests, { printer }))
 * ```
 */
export type { BuildOptions, CheckResult as Checked, Edition } from './build.ts'
export { check } from './build.ts'
export type { DocumentRequest } from './documents/document-request.ts'
export type { HandoutPdfOptions as HandoutOptions } from './documents/handout-pdf.ts'
export type { BuildResult as Built, ProduceTools } from './documents/produce.ts'
export { build, produce } from './documents/produce.ts'
export type { SlidesHtmlOptions as HtmlOptions } from './documents/slides-html.ts'
export type { SlidesPdfOptions as PdfOptions } from './documents/slides-pdf.ts'
export { type Printer, withPrinter } from './export/printer.ts'
export { loadMessages } from './languages/languages.ts'
export { formatMessage as say, type Messages } from './languages/messages.ts'
export { type LiveOptions, openLive } from './live/open-live.ts'
export type { LocatedDiagnostic as Diagnostic, Problem, Severity } from './model/diagnostic.ts'
export { type Fault, KormeError, KormeError as EnvironmentError } from './model/errors.ts'
export type { Lang } from './model/lang.ts'
export type { Live, LiveDraft, LiveDraftRequest, LiveReport, LiveResource } from './model/live.ts'
export type { DeckSource as DeckFile, Project } from './model/project.ts'
export { parseRange, type SlideRange } from './model/slide-range.ts'
export type { Edit, Range } from './model/source.ts'
export type { LiveChange, LivePage, LiveState } from './model/wire/live.ts'
export { type JsonFinding, type JsonReport, reportJson } from './report/json.ts'
export { present, serve } from './serve/library.ts'
export {
  type DeckReading,
  type EditingHandle,
  type PresentHandle,
  type PresentOptions,
  type ServeHandle,
  type ServeOptions,
  UnfitDeckError,
} from './serve/options.ts'
