import { findMember, type Range, type SourceNode } from '../model/source.ts'
import { conform } from './conform.ts'

/** Returns the slides of a deck, in order. */
export function slideNodesOf(root: SourceNode): readonly SourceNode[] {
  const content = findMember(conform(root).root, 'content')?.value
  return content?.type === 'array' ? content.items : []
}

/** Returns the number of the slide that contains a source range, counted from 1; null outside the slides. */
export function slideNumberAt(root: SourceNode, range: Range): number | null {
  const slides = slideNodesOf(root)
  let low = 0
  let high = slides.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (slides[middle]!.range.start <= range.start) low = middle
    else high = middle - 1
  }
  const slide = slides[low]
  return slide && slide.range.start <= range.start && range.start < slide.range.end ? low + 1 : null
}
