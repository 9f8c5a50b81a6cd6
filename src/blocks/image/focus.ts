import type { FocusPoint } from '../../model/deck-file.ts'
import type { SourceNode } from '../../model/source.ts'
import { field, numberOf } from '../fields.ts'
import type { ImageRef } from './types.ts'

const horizontal: Readonly<Record<string, number>> = { left: 0, right: 1 }
const vertical: Readonly<Record<string, number>> = { top: 0, bottom: 1 }

/** Reads the focus of a picture: `{ "x": 0.5, "y": 0.2 }`, `"50% 20%"`, `"left"`, `"center top"`. */
export function readFocus(node: SourceNode | undefined | null): ImageRef['focus'] {
  if (node?.type === 'object') {
    const x = numberOf(field<FocusPoint>(node, 'x'))
    const y = numberOf(field<FocusPoint>(node, 'y'))
    return x === null && y === null ? null : { x: x ?? 0.5, y: y ?? 0.5 }
  }
  const words = node?.type === 'string' ? node.value.trim().toLowerCase().split(/\s+/) : []
  if (words.length === 0 || words[0] === '') return null
  if (words.every((word) => word.endsWith('%'))) {
    const [x = 50, y = 50] = words.map((word) => Number.parseInt(word, 10))
    return { x: x / 100, y: y / 100 }
  }
  return { x: keywordPosition(words, horizontal), y: keywordPosition(words, vertical) }
}

const keywordPosition = (words: readonly string[], places: Readonly<Record<string, number>>): number =>
  words.map((word) => places[word]).find((place) => place !== undefined) ?? 0.5
