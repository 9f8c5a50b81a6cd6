import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type BuildOptions, type CheckResult, check, type Edition } from '../build.ts'
import { byLocation } from '../deck/diagnostics.ts'
import type { Printer } from '../export/printer.ts'
import type { LoadedFace } from '../fonts/font-files.ts'
import { KormeError } from '../model/errors.ts'
import type { Lang } from '../model/lang.ts'
import { fontsCss } from '../render/theme-css.ts'
import { copySidecarFile } from '../system/sidecar-files.ts'
import type { DocumentKind } from './document-kind.ts'
import { type DocumentRequest, loadDocumentKind } from './document-request.ts'
import { makeDocument, type PrintedPages } from './make-document.ts'

/** A checked deck and the files that were written. */
export interface BuildResult extends CheckResult {
  outputs: { path: string; lang: Lang; sizeBytes: number }[]
}

/** What `produce` needs besides plain data. */
export interface ProduceTools {
  /** Required for PDFs. */
  printer?: Printer | null
  /** Called when a document is begun and when it is finished. */
  onProgress?: () => void
  /** Called while a long PDF is printed. */
  onPages?: (pages: PrintedPages) => void
}

/**
 * Checks a deck and writes its HTML pages, one file per language. Writes nothing if the deck has errors.
 * Errors: those of `check`; a `KormeError` if a file cannot be written.
 */
export async function build(path: string, options: BuildOptions = {}): Promise<BuildResult> {
  const { notes = true } = options
  const { errors, ...built } = await produce(path, options, [{ kind: 'html', options: { notes } }])
  if (errors[0]) throw errors[0]
  return built
}

/**
 * Checks a deck and writes the requested documents, each in each language. Writes nothing if the deck has errors.
 * A document that cannot be made adds to `errors`; the others are written anyway.
 * Errors: those of `check`.
 */
export async function produce(
  path: string,
  options: BuildOptions,
  requests: readonly DocumentRequest[],
  { printer = null, onProgress = () => {}, onPages = () => {} }: ProduceTools = {},
): Promise<BuildResult & { errors: KormeError[] }> {
  const kinds = await Promise.all(requests.map(loadDocumentKind))
  const preloadFonts = async (faces: readonly LoadedFace[]) => {
    if (kinds.some(({ pdf }) => pdf)) printer?.preloadFonts(fontsCss(faces))
    // Lets the request go out before the layout keeps this process busy.
    await setImmediate()
  }
  const checked = await check(path, { videoPosters: true, ...options }, preloadFonts)
  const laidOut = await settle(
    checked.editions.flatMap((edition) => kinds.map((kind) => layoutDocument(kind, edition, checked))),
  )
  const diagnostics = [...checked.diagnostics, ...laidOut.values.flatMap((one) => one.diagnostics)].sort(byLocation)
  const refused = options.strict && diagnostics.some(({ severity }) => severity === 'warning')
  const documents = refused ? [] : laidOut.values
  const copying = documents.some(({ kind }) => kind.hasSidecarFiles) ? copySidecarFiles(checked) : null
  const written = await settle(
    documents.map(async ({ kind, edition, layout }) => {
      onProgress()
      try {
        if (kind.hasSidecarFiles) await copying
        const content = await makeDocument(kind, [{ edition, layout }], checked, printer, { onPages })
        const name = outputFileName(checked.file.stem, edition.lang, options.lang === 'all', kind.extension)
        const output = join(checked.project.out, name)
        await checked.project.files.writeAtomic(output, content)
        return { path: output, lang: edition.lang, sizeBytes: content.length }
      } finally {
        onProgress()
      }
    }),
  )
  return { ...checked, diagnostics, outputs: written.values, errors: [...laidOut.errors, ...written.errors] }
}

async function layoutDocument<Layout>(kind: DocumentKind<Layout>, edition: Edition, checked: CheckResult) {
  return { kind, edition, ...(await kind.layout(edition, checked)) }
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

/** `nurotan.html`, or `nurotan.ru.html` if every language has its own file. */
export function outputFileName(stem: string, lang: Lang, everyLang: boolean, extension = 'html'): string {
  return everyLang ? `${stem}.${lang}.${extension}` : `${stem}.${extension}`
}
