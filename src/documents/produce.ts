import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type BuildOptions, type CheckResult, check, type Edition, type LaidOutSlides } from '../build.ts'
import { byLocation } from '../deck/diagnostics.ts'
import type { Printer } from '../export/printer.ts'
import type { LoadedFace } from '../fonts/font-files.ts'
import { KormeError } from '../model/errors.ts'
import type { Lang } from '../model/lang.ts'
import { copySidecarFile } from '../system/sidecar-files.ts'
import type { DocumentKind } from './document-kind.ts'
import { type DocumentRequest, loadDocumentKind } from './document-request.ts'
import { makeDocument, type PrintedPages } from './make-document.ts'
import { toFontStyles } from './printed-fonts.ts'

/** A checked deck and the files that were written. */
export interface BuildResult extends CheckResult {
  outputs: { path: string; lang: Lang; sizeBytes: number }[]
}

/** What `produce` needs besides plain data. */
export interface ProduceTools {
  /** Required for PDFs. */
  printer?: Printer | null
  /** Called while the slides are laid out: all languages count. */
  onSlides?: (laidOut: LaidOutSlides) => void
  /** Called when the slides are laid out, and when all files of a document are finished. */
  onProgress?: () => void
  /** Called while a long PDF is printed. */
  onPages?: (pages: PrintedPages) => void
  /** Makes only this one of the requested documents; the findings are those of all. */
  only?: DocumentRequest['kind']
}

/**
 * Checks a deck and writes its HTML page with all languages that the deck names, or those of the options; with `lang: 'all'`
 * a page for each. Writes nothing if the deck has errors.
 * Errors: those of `check`; a `KormeError` if a file cannot be written.
 */
export async function build(path: string, options: BuildOptions = {}): Promise<BuildResult> {
  const { notes = true } = options
  const { errors, ...built } = await produce(path, options, [{ kind: 'html', options: { notes } }])
  if (errors[0]) throw errors[0]
  return built
}

/**
 * Checks a deck and writes the requested documents: a page with all languages, a PDF for each language that was asked for.
 * Writes nothing if the deck has errors.
 * A document that cannot be made adds to `errors`; the others are written anyway.
 * Errors: those of `check`.
 */
export async function produce(
  path: string,
  options: BuildOptions,
  requests: readonly DocumentRequest[],
  { printer = null, onSlides, onProgress = () => {}, onPages = () => {}, only }: ProduceTools = {},
): Promise<BuildResult & { errors: KormeError[] }> {
  const kinds = await Promise.all(requests.map(loadDocumentKind))
  const wanted = kinds.filter((_, i) => only === undefined || requests[i]!.kind === only)
  const preloadFonts = async (faces: readonly LoadedFace[]) => {
    if (wanted.some(({ pdf }) => pdf)) printer?.preloadFonts(toFontStyles(faces))
    // Lets the request go out before the layout keeps this process busy.
    await setImmediate()
  }
  const namedLangs = kinds.some(({ joinsLanguages }) => joinsLanguages)
  const checked = await check(
    path,
    { videoPosters: true, namedLangs, ...options },
    { onFontsLoaded: preloadFonts, onSlides },
  )
  const laidOut = await settle(
    kinds.flatMap((kind) =>
      filesOf(kind, checked.editions, options.lang).map((editions) => layoutDocument(kind, editions, checked)),
    ),
  )
  const writesLatin = kinds.some((kind) => kind.writesLatin)
  const known = checked.diagnostics.filter(({ code }) => code !== 'latin-unused' || !writesLatin)
  const diagnostics = [...known, ...laidOut.values.flatMap((one) => one.diagnostics)].sort(byLocation)
  const refused = options.strict && diagnostics.some(({ severity }) => severity === 'warning')
  const documents = refused ? [] : laidOut.values.filter(({ kind }) => wanted.includes(kind))
  const copying = documents.some(({ kind }) => kind.hasSidecarFiles) ? copySidecarFiles(checked) : null
  onProgress()
  const left = new Map(kinds.map((kind) => [kind, documents.filter((one) => one.kind === kind).length]))
  const written = await settle(
    documents.map(async ({ kind, editions, named }) => {
      try {
        if (kind.hasSidecarFiles) await copying
        const { lang, tag } = editions[0]!.edition
        const content = await makeDocument(kind, editions, checked, printer, { onPages })
        const output = join(checked.project.out, outputFileName(checked.file.stem, named ? tag : null, kind.extension))
        await checked.project.files.writeAtomic(output, content)
        return { path: output, lang, sizeBytes: content.length }
      } finally {
        left.set(kind, left.get(kind)! - 1)
        if (left.get(kind) === 0) onProgress()
      }
    }),
  )
  return { ...checked, diagnostics, outputs: written.values, errors: [...laidOut.errors, ...written.errors] }
}

/** The editions of one file. */
interface FileEditions {
  editions: readonly Edition[]
  /** Whether the name of the file has the language in it, as that of one among several. */
  named: boolean
}

/**
 * Returns the files of a document. Without a language, a page holds all editions, and a PDF has the first; of several
 * languages, a page holds these, and a PDF is made for each; `all` makes a file for each of them that the document can show.
 */
function filesOf(
  { joinsLanguages, takes = () => true }: Pick<DocumentKind, 'joinsLanguages' | 'takes'>,
  all: readonly Edition[],
  lang: BuildOptions['lang'],
): FileEditions[] {
  if (all.length === 0) return []
  const some = lang === 'all' ? all.filter(takes) : all
  const editions = some.length > 0 ? some : all.slice(0, 1)
  const each = editions.map((edition) => ({ editions: [edition], named: true }))
  if (lang === 'all') return each
  if (joinsLanguages) return [{ editions, named: false }]
  return lang !== undefined && editions.length > 1 ? each : [{ editions: editions.slice(0, 1), named: false }]
}

async function layoutDocument<Layout>(
  kind: DocumentKind<Layout>,
  { editions, named }: FileEditions,
  checked: CheckResult,
) {
  const laidOut = await Promise.all(
    editions.map(async (edition) => ({ edition, ...(await kind.layout(edition, checked)) })),
  )
  return { kind, named, editions: laidOut, diagnostics: laidOut.flatMap(({ diagnostics }) => diagnostics) }
}

async function copySidecarFiles({ resources, project }: CheckResult): Promise<void> {
  await Promise.all((resources?.sidecarFiles ?? []).map((file) => copySidecarFile(file, project)))
}

/** Waits for all; separates the results from the errors that users can do something about. Throws all other errors. */
async function settle<T>(promises: readonly Promise<T>[]): Promise<{ values: T[]; errors: KormeError[] }> {
  const values: T[] = []
  const errors: KormeError[] = []
  for (const one of await Promise.allSettled(promises)) {
    if (one.status === 'fulfilled') values.push(one.value)
    else if (one.reason instanceof KormeError) errors.push(one.reason)
    else throw one.reason
  }
  return { values, errors }
}

/** `nurotan.html`, or `nurotan.ru.html` if every language has its own file. `tag` is that of the language, or null. */
export const outputFileName = (stem: string, tag: string | null, extension = 'html'): string =>
  [stem, tag, extension].filter((part) => part !== null).join('.')
