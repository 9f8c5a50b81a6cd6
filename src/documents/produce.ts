import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type BuildOptions, type CheckResult, check, type DocumentKind } from '../build.ts'
import { byLocation } from '../deck/diagnostics.ts'
import type { LoadedFace } from '../fonts/font-files.ts'
import { KormeError } from '../model/errors.ts'
import type { Lang } from '../model/lang.ts'
import { slidesPage } from './slides-html.ts'

/** A deck that was built: all that is known of it, and the files that were written. */
export interface BuildResult extends CheckResult {
  outputs: { path: string; lang: Lang; sizeBytes: number }[]
}

/**
 * Checks a deck and writes its pages, one file a language. Nothing is written where the deck has errors.
 * Errors: as `check`; an output that cannot be written throws `EnvironmentError`.
 */
export async function build(path: string, options: BuildOptions = {}): Promise<BuildResult> {
  const { errors, ...built } = await produce(path, options, [slidesPage(options)])
  if (errors[0]) throw errors[0]
  return built
}

/**
 * Checks a deck and writes documents of it, each kind in each language. Nothing is written where the deck has errors. What
 * the machine cannot make is told in `errors`; the others are written all the same.
 * Errors: as `check`.
 */
export async function produce(
  path: string,
  options: BuildOptions,
  kinds: readonly DocumentKind[],
): Promise<BuildResult & { errors: KormeError[] }> {
  const onFaces = async (faces: readonly LoadedFace[]) => {
    for (const kind of kinds) kind.preload?.(faces)
    // What they ask for goes out before the layout keeps this process busy.
    await setImmediate()
  }
  const checked = await check(path, { videoPosters: true, onFontsLoaded: onFaces, ...options })
  const documents = checked.editions.flatMap((edition) => kinds.map((kind) => ({ edition, kind })))
  const reviews = await Promise.all(documents.map(async ({ edition, kind }) => kind.review?.(edition, checked) ?? []))
  const diagnostics = [...checked.diagnostics, ...reviews.flat()].sort(byLocation)
  const refused = options.strict && diagnostics.some(({ severity }) => severity === 'warning')
  const settled = await Promise.allSettled(
    (refused ? [] : documents).map(async ({ edition, kind }) => {
      const content = await kind.make(edition, checked)
      const name = outputFileName(checked.file.stem, edition.lang, options.lang === 'all', kind.extension)
      const path = join(checked.project.out, name)
      await checked.project.files.writeAtomic(path, content)
      return { path, lang: edition.lang, sizeBytes: Buffer.byteLength(content) }
    }),
  )
  const outputs = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  return { ...checked, diagnostics, outputs, errors: errorsOf(settled) }
}

/** What the machine lacked. Errors: a bug of ours is thrown on. */
function errorsOf(settled: readonly PromiseSettledResult<unknown>[]): KormeError[] {
  return settled.flatMap((one) => {
    if (one.status === 'fulfilled') return []
    if (one.reason instanceof KormeError) return [one.reason]
    throw one.reason
  })
}

/** `nurotan.html`, or `nurotan.ru.html` where every language has its own. */
export function outputFileName(stem: string, lang: Lang, everyLang: boolean, ending = 'html'): string {
  return everyLang ? `${stem}.${lang}.${ending}` : `${stem}.${ending}`
}
