import { setImmediate as nextTurn } from 'node:timers/promises'
import { type PipelineResult, runPipeline } from '../build.ts'
import { assetRequestsOf } from '../deck/deck-resources.ts'
import { hasErrors } from '../deck/diagnostics.ts'
import { withDrawnCharacters } from '../fonts/characters.ts'
import { loadPageWords } from '../languages/languages.ts'
import { layoutSlide } from '../layout/layout.ts'
import { LayoutMemo } from '../layout/layout-memo.ts'
import type { FileRead } from '../model/files.ts'
import type { DeckSource } from '../model/project.ts'
import { applySlideEdit, assetKeys, snapshotSource } from './apply-slide-edit.ts'
import type { LiveOptions } from './live-options.ts'
import { PageRenderer } from './page-renderer.ts'
import type { CachingResourceLoader, LiveResources } from './resource-loader.ts'
import type { DeckSnapshot, LiveResult, UnversionedState } from './snapshot.ts'

/** Runs the pipeline of `build.ts` again and again for one deck, and keeps what the next run can use. */
export class LivePipeline {
  readonly loader: CachingResourceLoader
  readonly #options: LiveOptions
  readonly #filesRead: () => FileRead[]
  readonly #memo = new LayoutMemo()
  readonly #renderer = new PageRenderer()
  /** The last deck that could be shown. */
  snapshot: DeckSnapshot | null = null

  constructor(loader: CachingResourceLoader, options: LiveOptions, filesRead: () => FileRead[]) {
    this.loader = loader
    this.#options = options
    this.#filesRead = filesRead
  }

  /**
   * Runs every step and lets other work happen between them. Returns null as soon as `isSuperseded` is true.
   * Errors: throws if the options name a theme that does not exist.
   */
  async run(file: DeckSource, isSuperseded: () => boolean): Promise<LiveResult | null> {
    const pause = async () => {
      await nextTurn()
      return isSuperseded()
    }
    const result = await this.#runSteps(file, pause)
    if (!result) return null
    const { text, diagnostics, slideRanges, deck } = result
    const report = { valid: false, fault: null, diagnostics, text, slides: slideRanges.length }
    const [edition] = result.editions
    if (!deck || !edition) return { report, state: null }

    const words = await loadPageWords(edition.lang)
    const fonts = await edition.resources.fonts.fontsFor(withDrawnCharacters(edition.deck, result.characters))
    if (isSuperseded()) return null
    const { css } = edition.resources
    const state = await this.#renderer.renderDeck({ deck: edition.deck, css, words, fonts }, pause)
    if (!state) return null
    const source = snapshotSource(result, file.bytes)
    const requestedAssets = assetKeys(assetRequestsOf(deck))
    this.snapshot = { source, deck, edition, requestedAssets, words, fonts, state }
    return { report: { ...report, valid: true }, state }
  }

  async #runSteps(file: DeckSource, pause: () => Promise<boolean>): Promise<PipelineResult<LiveResources> | null> {
    const [options, loader, memo, filesRead] = [this.#options, this.loader, this.#memo, this.#filesRead]
    const steps = runPipeline({ file, options, loader, memo, filesRead })
    for (;;) {
      const step = await steps.next()
      if (step.done) return step.value
      if (await pause()) return null
    }
  }

  /**
   * Reads, lays out and renders only the slide that was edited. Whatever else depends on it (page numbers, the deck's
   * language, diagnostics) is left to `run`. Returns null unless the edit is inside one slide.
   */
  async runSlideEdit({ bytes }: DeckSource): Promise<UnversionedState | null> {
    const before = this.snapshot
    const edited = before && applySlideEdit(bytes, before)
    if (!edited) return null
    const { index, snapshot, newImages } = edited
    const { edition } = snapshot
    const resources =
      newImages.length > 0 ? await this.loader.addImages(edition.resources, newImages) : edition.resources
    const layout = layoutSlide(edition.layout, index, edition.localized, resources, this.#memo)
    if (!layout || hasErrors(layout.diagnostics)) return null
    const { words, fonts } = snapshot
    const deck = layout.laidOut
    const state = this.#renderer.renderSlide({ deck, css: resources.css, words, fonts }, index, snapshot.state)
    this.snapshot = { ...snapshot, edition: { ...edition, layout, deck, resources }, state }
    return state
  }
}
