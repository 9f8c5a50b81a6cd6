import type { FontSet } from './font-set.ts'
import type { Harfbuzz, OpenFont } from './harfbuzz.ts'
import type { FontRun } from './measure-text.ts'

/** Created when it is first needed, because most decks do not need it. */
let graphemes: Intl.Segmenter | undefined

/**
 * Divides the runs of a text so that each character which its font lacks is in a font that has it, as browsers choose fonts:
 * for a whole grapheme. What no font has stays in its run.
 */
export function withFallbacks(hb: Harfbuzz, faces: FontSet, text: string, runs: readonly FontRun[]): FontRun[] {
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' })
  const divided: FontRun[] = []
  const add = (font: OpenFont, end: number) => {
    const last = divided.at(-1)
    if (last?.font === font) last.end = end
    else divided.push({ font, end })
  }
  const known = new Map<OpenFont, Map<string, OpenFont>>()
  let start = 0
  for (const { font, end } of runs) {
    const chosen = known.get(font) ?? new Map<string, OpenFont>()
    known.set(font, chosen)
    for (const { segment, index } of graphemes.segment(text.slice(start, end))) {
      const one = chosen.get(segment) ?? fontOf(hb, faces, segment, font)
      chosen.set(segment, one)
      add(one, start + index + segment.length)
    }
    start = end
  }
  return divided
}

function fontOf(hb: Harfbuzz, faces: FontSet, grapheme: string, font: OpenFont): OpenFont {
  const has = [...grapheme].every(
    (one) => hb.covers(font, one.codePointAt(0)!) || /\p{Default_Ignorable_Code_Point}|\s/u.test(one),
  )
  return has ? font : (faces.fallbackFor(grapheme, font) ?? font)
}
