import type { DocumentKind } from './document-kind.ts'
import { handoutExtension, pdfExtension } from './file-extensions.ts'
import type { HandoutPdfOptions } from './handout-pdf.ts'
import type { SlidesHtmlOptions } from './slides-html.ts'
import type { SlidesPdfOptions } from './slides-pdf.ts'

/** Each kind of document with its options, and how to load it. */
const kinds = {
  html: async (options: SlidesHtmlOptions) => (await import('./slides-html.ts')).slidesHtml(options),
  pdf: async (options: SlidesPdfOptions) => (await import('./slides-pdf.ts')).slidesPdf(options),
  handout: async (options: HandoutPdfOptions) => (await import('./handout-pdf.ts')).handoutPdf(options),
} satisfies Record<string, (options: never) => Promise<DocumentKind>>

/** Asks for a document. Plain JSON, so that a job can be described and sent elsewhere. */
export type DocumentRequest = {
  [K in keyof typeof kinds]: { kind: K; options: Parameters<(typeof kinds)[K]>[0] }
}[keyof typeof kinds]

const extensions: { [K in DocumentRequest['kind']]: (options: Parameters<(typeof kinds)[K]>[0]) => string } = {
  html: () => 'html',
  pdf: pdfExtension,
  handout: handoutExtension,
}

/** The end of the file name of a requested document, known before its kind is loaded. */
export const fileExtension = ({ kind, options }: DocumentRequest): string => extensions[kind](options as never)

/** Loads the kind of a requested document, with its options applied. */
export const loadDocumentKind = ({ kind, options }: DocumentRequest): Promise<DocumentKind> =>
  kinds[kind](options as never)

/** Whether a browser prints the document. */
export const isPrinted = ({ kind }: Pick<DocumentRequest, 'kind'>): boolean => kind !== 'html'
