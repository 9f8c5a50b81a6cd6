import { join } from 'node:path'
import { blockTypes } from '../../blocks/registry.ts'
import { boxPaths } from '../../edit/box-paths.ts'
import type { SuggestPlaces } from '../../model/block-type.ts'
import { type Lang, langs } from '../../model/lang.ts'
import type { NodePath, SourceNode } from '../../model/source.ts'
import type { BoxPins, PinsAnswer, PlacesAnswer } from '../../model/wire/map-edit.ts'
import { parse } from '../../parse/parse.ts'
import { disk } from '../../system/disk.ts'
import { packageRoot } from '../../system/package-root.ts'
import type { ServedDeck } from '../decks/served-deck.ts'
import type { EditedDeck } from './edited-decks.ts'

let loading: Promise<SuggestPlaces | null> | null = null

/** Returns the places that somebody may mean by what they have typed so far. The data are loaded with the first question. */
export async function suggestPlaces(text: string, reader: Lang, deck: string): Promise<PlacesAnswer> {
  const readBundled = async (path: string) => JSON.parse(await disk.readText(join(packageRoot(), path)))
  loading ??= blockTypes.find(({ suggestions }) => suggestions)?.suggestions?.({ readBundled }) ?? Promise.resolve(null)
  const suggest = await loading
  const lang = langs.find((one) => one === deck) ?? reader
  return suggest?.(text.slice(0, longest), reader, lang) ?? { places: [], near: [] }
}

/** Longer texts are no places, not even addresses of online maps. Units: letters. */
const longest = 2_000

/** A deck whose pins are asked for. */
type MappedDeck = Pick<EditedDeck, 'editor'> & { served: Pick<ServedDeck, 'live'> }

/** Returns the pins of a page with their paths in the file; none if the page does not show the file as it is. */
export async function pinsOfPage({ editor, served: { live } }: MappedDeck, page: string): Promise<PinsAnswer> {
  const { hash, text, bytes } = await editor.source()
  const { root } = parse(text)
  const isShown = Buffer.compare(live.shownBytes() ?? Buffer.alloc(0), bytes) === 0
  const places = root && isShown ? boxPaths(root, live.boxes())[page]?.boxes : undefined
  const boxes = live.boxesOf(page).flatMap((box, i): [string, BoxPins][] => {
    const path = places?.[i]?.[0]?.path
    const node = root && path && nodeAt(root, path)
    if (!node) return []
    const found = blockTypes.flatMap(({ pins }) => pins?.(box, node) ?? [])[0]
    if (!found || found.pins.length === 0) return []
    return [[`${i}`, { ...found, pins: found.pins.map((pin) => ({ ...pin, path: [...path, ...pin.path] })) }]]
  })
  return { hash, boxes: Object.fromEntries(boxes) }
}

function nodeAt(root: SourceNode, path: NodePath): SourceNode | null {
  let node: SourceNode | undefined = root
  for (const step of path) {
    if (node?.type === 'array') node = node.items[Number(step)]
    else if (node?.type === 'object') node = node.members.findLast(({ key }) => key.value === step)?.value
    else return null
  }
  return node ?? null
}
