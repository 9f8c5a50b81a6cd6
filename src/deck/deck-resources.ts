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

/** The theme of the call, else that of the deck, else the official one. Errors: a call that names none that is there. */
export async function chooseTheme({ theme: chosen }: Deck, project: Project, { theme: asked }: { theme?: string }) {
  const themed = await loadTheme(asked ?? chosen?.name ?? 'official', project, chosen?.range)
  const unknown = themed.diagnostics.find((one) => one.code === 'theme-unknown' && !one.source)
  if (asked === undefined || unknown?.code !== 'theme-unknown') return themed
  throw new KormeError({ code: 'flag-value-unknown', flag: '--theme', value: asked, known: unknown.known })
}

/** Every file that a deck names. */
export function assetRequestsOf(deck: Deck): AssetRequest[] {
  const ofBlock = (block: Block) => blockType(block.type).assets(block)
  const ofSlides = deck.slides.flatMap((slide) => [...backgroundOf(slide), ...slide.blocks.flatMap(ofBlock)])
  const { path, range } = deck.logo
  return path ? [{ kind: 'logo', path, range }, ...ofSlides] : ofSlides
}

/** The picture under a slide. */
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

/** Pictures of the deck's videos. What takes them is loaded only where there is a video to take one of. */
export async function capturePosters(deck: Deck, assets: Assets, files: Files): Promise<Assets> {
  const { addVideoPosters: withStills } = await import('../export/video-posters.ts')
  return withStills(posterRequestsOf(deck), assets, files)
}

/** The pictures that a deck's videos want to have taken. */
export function posterRequestsOf(deck: Deck): PosterRequest[] {
  const ofBlock = (block: Block) => blockType(block.type).posters?.(block) ?? []
  return deck.slides.flatMap(({ blocks }) => blocks.flatMap(ofBlock))
}
