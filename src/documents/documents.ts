import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { type BuildOptions, type Checked, check, type DocumentKind } from '../build.ts'
import { byPlace } from '../deck/diagnostics.ts'
import type { ReadFace } from '../fonts/font-files.ts'
import type { Lang } from '../model/lang.ts'
import { EnvironmentError } from '../model/machine.ts'
import { writeWhole } from '../system/atomic-write.ts'
import { slidesPage } from './html.ts'

/** A deck that was built: all that is known of it, and the files that were written. */
export interface Built extends Checked {
  outputs: { path: string; lang: Lang; sizeBytes: number }[]
}

/**
 * Checks a deck and writes its pages, one file a language. Nothing is written where the deck has errors.
 * Errors: as `check`; an output that cannot be written throws `EnvironmentError`.
 */
export async function build(path: string, options: BuildOptions = {}): Promise<Built> {
  const { faults, ...built } = await produce(path, options, [slidesPage(options)])
  if (faults[0]) throw faults[0]
  return built
}

/**
 * Checks a deck and writes documents of it, each kind in each language. Nothing is written where the deck has errors. What
 * the machine cannot make is told in `faults`; the others are written all the same.
 * Errors: as `check`.
 */
export async function produce(
  path: string,
  options: BuildOptions,
  kinds: readonly DocumentKind[],
): Promise<Built & { faults: EnvironmentError[] }> {
  const onFaces = async (faces: readonly ReadFace[]) => {
    for (const kind of kinds) kind.expect?.(faces)
    // What they ask for goes out before the layout keeps this process busy.
    await setImmediate()
  }
  const checked = await check(path, { stills: true, onFaces, ...options })
  const documents = checked.editions.flatMap((edition) => kinds.map((kind) => ({ edition, kind })))
  const reviews = await Promise.all(documents.map(async ({ edition, kind }) => kind.review?.(edition, checked) ?? []))
  const diagnostics = [...checked.diagnostics, ...reviews.flat()].sort(byPlace)
  const refused = options.strict && diagnostics.some(({ severity }) => severity === 'warning')
  const settled = await Promise.allSettled(
    (refused ? [] : documents).map(async ({ edition, kind }) => {
      const content = await kind.make(edition, checked)
      const name = outputName(checked.file.stem, edition.lang, options.lang === 'all', kind.ending)
      const path = join(checked.project.out, name)
      await writeWhole(path, content)
      return { path, lang: edition.lang, sizeBytes: Buffer.byteLength(content) }
    }),
  )
  const outputs = settled.flatMap((one) => (one.status === 'fulfilled' ? one.value : []))
  return { ...checked, diagnostics, outputs, faults: faultsOf(settled) }
}

/** What the machine lacked. Errors: a bug of ours is thrown on. */
function faultsOf(settled: readonly PromiseSettledResult<unknown>[]): EnvironmentError[] {
  return settled.flatMap((one) => {
    if (one.status === 'fulfilled') return []
    if (one.reason instanceof EnvironmentError) return [one.reason]
    throw one.reason
  })
}

/** `nurotan.html`, or `nurotan.ru.html` where every language has its own. */
export function outputName(stem: string, lang: Lang, everyLang: boolean, ending = 'html'): string {
  return everyLang ? `${stem}.${lang}.${ending}` : `${stem}.${ending}`
}
