import { blockType } from '../blocks/registry.ts'
import { openLibrary } from '../load/library.ts'
import type { AssetRequest, Assets, StillRequest } from '../model/asset.ts'
import type { Engines } from '../model/block.ts'
import { isColor } from '../model/color.ts'
import type { Block, Deck, Slide } from '../model/deck.ts'
import { EnvironmentError } from '../model/machine.ts'
import type { Project } from '../model/project.ts'
import { loadTheme } from '../theme/load-theme.ts'

/** The theme of the call, else that of the deck, else the official one. Errors: a call that names none that is there. */
export async function chooseTheme({ theme: chosen }: Deck, project: Project, { theme: asked }: { theme?: string }) {
  const themed = await loadTheme(asked ?? chosen?.name ?? 'official', project, chosen?.range)
  const unknown = themed.found.find((one) => one.code === 'theme-unknown' && !one.source)
  if (asked === undefined || unknown?.code !== 'theme-unknown') return themed
  throw new EnvironmentError({ code: 'flag-value-unknown', flag: '--theme', value: asked, known: unknown.known }, 2)
}

/** Every file that a deck names. */
export function assetsOf(deck: Deck): AssetRequest[] {
  const ofBlock = <K extends Block['type']>(block: Extract<Block, { type: K }>) =>
    blockType(block.type as K).assets(block)
  const ofSlides = deck.slides.flatMap((slide) => [...backgroundOf(slide), ...slide.blocks.flatMap(ofBlock)])
  const { path, range } = deck.logo
  return path ? [{ kind: 'logo', path, range }, ...ofSlides] : ofSlides
}

/** The picture under a slide. */
const backgroundOf = ({ background }: Slide): AssetRequest[] =>
  background && !isColor(background.value) ? [{ kind: 'image', path: background.value, range: background.range }] : []

/** What some block types load for themselves, where the deck has such blocks. */
export async function loadEngines(deck: Deck, project: Project): Promise<Engines> {
  const types = new Set(deck.slides.flatMap(({ blocks }) => blocks.map(({ type }) => blockType(type))))
  const library = openLibrary(project)
  const loaded = [...types].map(async (type) => [type.type, await type.engine?.(library)] as const)
  return new Map((await Promise.all(loaded)).flatMap(([name, engine]) => (engine ? [[name, engine] as const] : [])))
}

/** Pictures of the deck's videos. What takes them is loaded only where there is a video to take one of. */
export async function takeStills(deck: Deck, assets: Assets): Promise<Assets> {
  const { withStills } = await import('../export/video-stills.ts')
  return withStills(stillsOf(deck), assets)
}

/** The pictures that a deck's videos want to have taken. */
export function stillsOf(deck: Deck): StillRequest[] {
  const ofBlock = <K extends Block['type']>(block: Extract<Block, { type: K }>): StillRequest[] =>
    blockType(block.type as K).stills?.(block) ?? []
  return deck.slides.flatMap(({ blocks }) => blocks.flatMap(ofBlock))
}
