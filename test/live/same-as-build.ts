import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect } from 'vitest'
import { type PipelineResult, runPipeline } from '../../src/build.ts'
import { createResourceLoader } from '../../src/deck/load-resources.ts'
import { loadPageWords, loadSeveralPageWords } from '../../src/languages/languages.ts'
import { LivePipeline } from '../../src/live/live-pipeline.ts'
import { PageRenderer } from '../../src/live/page-renderer.ts'
import { CachingResourceLoader } from '../../src/live/resource-loader.ts'
import { stemOf } from '../../src/load/deck-files.ts'
import { findProject } from '../../src/load/project.ts'
import type { DeckSource, Project } from '../../src/model/project.ts'
import { disk } from '../../src/system/disk.ts'
import { recordReads } from '../../src/system/record-reads.ts'

const root = join(import.meta.dirname, '../..')
const isDeck = /(?:^decks\/[^/]+\.json|\/deck\.(?:json|txt)|\/gallery\.json|\.deck\.json\.txt)$/
/** All decks of the project. Shape: paths from its folder. */
export const decks = ['decks', 'test/fixtures']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  )
  .filter((path) => isDeck.test(path))

export const sourceOf = (path: string, text?: string): DeckSource => ({
  name: path,
  path: join(root, path),
  stem: stemOf(path),
  bytes: text === undefined ? readFileSync(join(root, path)) : Buffer.from(text),
})

/** The pipeline as `check` runs it. */
export async function build(file: DeckSource, project: Project) {
  const { files, reads } = recordReads(disk)
  const loader = createResourceLoader({ ...project, files }, file, {})
  const steps = runPipeline({ file, options: { namedLangs: true }, loader, filesRead: reads })
  let step = await steps.next()
  while (!step.done) step = await steps.next()
  return describeResult(step.value)
}

async function describeResult({ diagnostics, editions, filesRead, slideRanges, text }: PipelineResult) {
  const report = { diagnostics, text, slides: slideRanges.length }
  if (editions.length === 0) return { ...report, decks: null, pages: null, filesRead }
  const several = editions.length > 1
  const words = several ? await loadSeveralPageWords() : null
  const worded = await Promise.all(
    editions.map(async ({ deck, lang, tag }) => ({ deck, tag, words: words?.[lang] ?? (await loadPageWords(lang)) })),
  )
  const pages = await Promise.all(
    worded.map(async (one, i) => {
      const renderer = new PageRenderer(several ? (i === 0 ? '' : `_${one.tag}`) : undefined)
      const input = { ...one, css: one.deck.theme.css, fonts: [], editions: several ? worded : [] }
      return (await renderer.renderDeck(input, async () => false))!.pages
    }),
  )
  return { ...report, decks: editions.map(({ deck }) => deck), pages, filesRead }
}

/** The pipeline as the live preview runs it, for one save after another. */
export async function live(project: Project, file: DeckSource) {
  const { files, reads } = recordReads(disk)
  const pipeline = new LivePipeline(new CachingResourceLoader({ ...project, files }, file, {}), {}, reads)
  const save = async (file: DeckSource) => {
    const isShownAtOnce = (await pipeline.runSlideEdit(file)) !== null
    const { report, states } = (await pipeline.run(file, () => false))!
    const { diagnostics, text, slides } = report
    const decks = pipeline.snapshot?.editions.map(({ edition }) => edition.deck)
    const shown = states ? { decks, pages: states.map((state) => state.pages) } : { decks: null, pages: null }
    return { isShownAtOnce, result: { diagnostics, text, slides, ...shown, filesRead: reads() } }
  }
  return { save }
}

const sorted = <T extends { filesRead: { path: string }[] }>(result: T): T => ({
  ...result,
  filesRead: result.filesRead.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
})

/** As `toEqual`, which takes a second for a large deck and is needed only to show a difference. */
export function expectSame(actual: unknown, expected: unknown, message = ''): void {
  if (!isDeepStrictEqual(actual, expected)) expect(actual, message).toEqual(expected)
}

/** Expects that the live preview shows a deck as a build of the same bytes does. */
export async function expectSameAsBuild(path: string): Promise<void> {
  const file = sourceOf(path)
  const project = await findProject(file.path)
  const { save } = await live(project, file)
  expectSame(sorted((await save(file)).result), sorted(await build(file, project)))
}

/** Edits of a deck's text, each made to the result of the one before. */
const edits: Record<string, (text: string) => string> = {
  'a word in the first title': (text) => text.replace(/"title":\s*(?:\{\s*"\w+":\s*)?"(?=\p{L})/u, '$&Жаңа '),
  'a word in the last text': (text) => text.replace(/(.*"text":\s*(?:\{\s*"\w+":\s*)?")(?=\p{L})/su, '$1Бір сөз. '),
  'signs that the theme lacks': (text) => text.replace(/"title":\s*(?:\{\s*"\w+":\s*)?"(?=\p{L})/u, '$&★ 🚀 '),
  'another one': (text) => text.replace('🚀', '🏆 α'),
  'a picture that is not there': (text) => text.replace(/\{(?=\s*"(?:title|block)")/, '{ "img_path": "missing.png",'),
  'a comma too many': (text) => text.replace(/\}(?=\s*\]\s*\}\s*$)/, '},'),
  'a new first slide': (text) => text.replace(/"content":\s*\[/, '$&{ "title": "Алдымен", "text": "Жаңа слайд" },'),
  'a file that cannot be shown': (text) => `${text.slice(0, 40)} ]`,
  'everything back': () => '',
}

/** Expects the live preview of a deck to be as a build of the same bytes, after each of several edits. */
export async function expectSameAfterEdits(path: string): Promise<void> {
  const original = sourceOf(path)
  const project = await findProject(original.path)
  const { save } = await live(project, original)
  await save(original)
  let text = original.bytes.toString()
  let shownAtOnce = 0
  for (const [name, edit] of Object.entries(edits)) {
    const before = text
    text = edit(text) || original.bytes.toString()
    expect(text, name).not.toBe(before)
    const file = sourceOf(path, text)
    const { isShownAtOnce, result } = await save(file)
    if (isShownAtOnce) shownAtOnce += 1
    // What was read for an earlier state stays listed.
    const { filesRead: _, ...after } = result
    const { filesRead: __, ...fresh } = await build(file, project)
    expectSame(after, fresh, name)
  }
  expect(shownAtOnce).toBeGreaterThan(1)
}
