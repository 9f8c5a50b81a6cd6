import { blockType } from '../blocks/registry.ts'
import { openDataSource } from '../load/data-source.ts'
import type { AssetRequest, Assets, PosterRequest } from '../model/asset.ts'
import type { Block } from '../model/block.ts'
import type { BlockEngine, BlockEngines } from '../model/block-type.ts'
import { isHexColor } from '../model/color.ts'
import type { Deck, Slide } from '../model/deck.ts'
import { KormeError } from '../model/errors.ts'
import type { Files } from '../model/files.ts'
import type { Project } from '../model/project.ts'
import { loadTheme } from '../theme/load-theme.ts'

/**
 * Loads the theme that the options name, or else the deck's, or else `official`.
 * Errors: throws if the options name a theme that does not exist.
 */
export async function chooseTheme({ theme: ofDeck }: Deck, project: Project, { theme: requested }: { theme?: string }) {
  const loaded = await loadTheme(requested ?? ofDeck?.name ?? 'official', project, ofDeck?.range)
  const unknown = loaded.diagnostics.find((one) => one.code === 'theme-unknown' && !one.source)
  if (requested === undefined || unknown?.code !== 'theme-unknown') return loaded
  const fault = { flag: '--theme', value: requested, known: unknown.known, several: null }
  throw new KormeError({ code: 'flag-value-unknown', ...fault })
}

/** The files that a deck refers to. */
export function assetRequestsOf(deck: Deck): AssetRequest[] {
  const ofBlock = (block: Block) => blockType(block.type).assets(block)
  const ofSlides = deck.slides.flatMap((slide) => [...backgroundOf(slide), ...slide.blocks.flatMap(ofBlock)])
  const { path, range } = deck.logo
  return path ? [{ kind: 'logo', path, range }, ...ofSlides] : ofSlides
}

/** The background image of a slide. */
const backgroundOf = ({ background }: Slide): AssetRequest[] =>
  background && !isHexColor(background.value)
    ? [{ kind: 'image', path: background.value, range: background.range }]
    : []

/** Loads the engines of the block types that a deck uses, except those that are `loaded` already. */
export async function loadBlockEngines(
  deck: Deck,
  project: Project,
  loaded: BlockEngines = new Map(),
): Promise<BlockEngines> {
  const types = new Set(deck.slides.flatMap(({ blocks }) => blocks.map(({ type }) => blockType(type))))
  const data = openDataSource(project)
  const engines = await Promise.all(
    [...types].map(async (type) => [type.type, loaded.get(type.type) ?? (await type.engine?.(data))] as const),
  )
  return new Map(engines.flatMap(([type, engine]) => (engine ? [[type, engine as BlockEngine] as const] : [])))
}

/** Adds stills of the deck's videos to its assets. The code for that is loaded only here, since few decks need it. */
export async function capturePosters(deck: Deck, assets: Assets, files: Files): Promise<Assets> {
  const { addVideoPosters } = await import('../export/video-posters.ts')
  return addVideoPosters(posterRequestsOf(deck), assets, files)
}

/** The stills that a deck's videos need as posters. */
export function posterRequestsOf(deck: Deck): PosterRequest[] {
  const ofBlock = (block: Block) => blockType(block.type).posters?.(block) ?? []
  return deck.slides.flatMap(({ blocks }) => blocks.flatMap(ofBlock))
}
