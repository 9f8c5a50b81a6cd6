import type { PlacedBox } from '../../model/laid-out.ts'
import type { NodePath, SourceNode } from '../../model/source.ts'
import type { BoxPins } from '../../model/wire/map-edit.ts'
import { meshOf } from './basemap/globe.ts'
import { pairOf, readMarker } from './read-map-contents.ts'
import type { MapView } from './types.ts'

/** Returns the pins that a box of a map shows and that have a place of their own in the source; null for other boxes. */
export function mapPins({ template, view }: PlacedBox, node: SourceNode): BoxPins | null {
  if (template !== 'map') return null
  const { globe, pins, width, height } = view as MapView
  const paths = pinPaths(node)
  return {
    pins: pins.flatMap(({ item, ...pin }) => {
      const path = item === null ? undefined : paths[item]
      return path ? [{ path, ...pin }] : []
    }),
    mesh: meshOf(globe, { width, height }),
  }
}

/** The paths of the places that a map marks, in the order in which they are read. */
function pinPaths(node: SourceNode): NodePath[] {
  if (node.type === 'array') return pairOf(node) === null ? pathsIn(node, []) : [[]]
  if (node.type !== 'object') return [[]]
  const markers = node.members.findLast(({ key }) => key.value === 'markers')?.value
  return [...(readMarker(node) ? [[]] : []), ...(markers ? pathsIn(markers, ['markers']) : [])]
}

function pathsIn(list: SourceNode, path: NodePath): NodePath[] {
  if (list.type !== 'array') return [path]
  return list.items.flatMap((item, i) => (readMarker(item) ? [[...path, i]] : []))
}
