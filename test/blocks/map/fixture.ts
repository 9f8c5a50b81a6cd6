import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { MapView } from '../../../src/blocks/map/types.ts'
import { type BuildResult, build } from '../../../src/documents/produce.ts'
import type { Diagnostic } from '../../../src/model/diagnostic.ts'
import type { PlacedBox } from '../../../src/model/laid-out.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

/** Outlines of regions as a user would add them; they are no part of the project, so they may be missing. */
export const packFolder = join(import.meta.dirname, '../../../../shared/data/region-pack')
export const hasPack = existsSync(join(packFolder, 'kz-regions.topo.json'))
if (!hasPack) console.log(`No region pack in ${packFolder}: tests with outlines of all regions are skipped.`)

/** A project on the disk: its files by their paths; `pack` puts the outlines of all regions and districts there. */
export async function project(files: Record<string, unknown> = {}, { pack = false } = {}): Promise<string> {
  const folder = temporaryFolder('maps')
  for (const name of ['decks', 'static/maps']) await mkdir(join(folder, name), { recursive: true })
  for (const [path, value] of Object.entries(files)) {
    await writeFile(join(folder, path), typeof value === 'string' ? value : JSON.stringify(value))
  }
  if (pack) {
    for (const name of await readdir(packFolder)) {
      if (name.endsWith('.json'))
        await writeFile(join(folder, 'static/maps', name), await readFile(join(packFolder, name)))
    }
  }
  return folder
}

/** A deck of these maps, each on a slide of its own after a first one, as it is built. */
export interface BuiltMaps extends BuildResult {
  html: string
  /** The boxes of each slide with a map. */
  boxes: PlacedBox[][]
  codes: string[]
}

export async function buildMaps(
  maps: readonly unknown[],
  options: { lang?: string; folder?: string; theme?: string; slide?: object; aspect?: string } = {},
): Promise<BuiltMaps> {
  const { lang = 'kk', folder = await project(), theme, slide = {}, aspect = '16:9' } = options
  const content = [
    { block: '7', title: 'Бөлім' },
    ...maps.map((map) => ({ title: 'Карта', map, ...slide })),
    { block: '10', title: 'Соңы' },
  ]
  const path = join(folder, 'decks', 'maps.json')
  await writeFile(path, JSON.stringify({ name: 'Карталар', lang, aspect, content }))
  const built = await build(path, theme === undefined ? {} : { theme })
  const pages = built.editions[0]?.deck.pages ?? []
  return {
    ...built,
    html: built.outputs[0] ? await readFile(built.outputs[0].path, 'utf8') : '',
    boxes: maps.map((_, i) => pages.filter((page) => page.slide === i + 1).flatMap((page) => page.boxes)),
    codes: built.diagnostics.map(({ code }) => code),
  }
}

/** The map of a slide. Errors: a slide without one. */
export function viewOf(boxes: readonly PlacedBox[] | undefined): MapView {
  const box = boxes?.find(({ template }) => template === 'map')
  if (!box) throw new Error(`No map among ${boxes?.map(({ template }) => template).join(', ')}`)
  return box.view as MapView
}

/** Everything that is written on a map. */
export const textsOf = (view: MapView): string[] => view.marks.flatMap(({ text }) => text ?? [])

/** A finding of that code. */
export const finding = (built: BuiltMaps, code: string): Diagnostic | undefined =>
  built.diagnostics.find((one) => one.code === code)
