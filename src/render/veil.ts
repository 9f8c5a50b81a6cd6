import type { LaidOutPage, TextView } from '../model/laid-out.ts'

/** A veil that fades only in the last part of the stage would look like a mistake. Units: part of its width. */
export const latestFade = 0.85

/** The distance from the longest line to where the veil begins to fade. Units: px. */
const beyondText = 40

/**
 * Where the longest text of a page ends, with some distance: so far a picture behind the texts needs its full veil. Texts
 * begin at the left. What is drawn of something else, such as a table, counts with its whole box. Units: px.
 */
export function veilEnd({ boxes }: Pick<LaidOutPage, 'boxes'>): number {
  const ends = boxes
    .filter(({ region }) => region !== 'image')
    .map(
      ({ x, width, template, view }) =>
        x + (template === 'text' ? Math.min(width, textWidth(view as TextView)) : width),
    )
  return Math.ceil(Math.max(0, ...ends)) + beyondText
}

const textWidth = ({ page }: TextView): number =>
  Math.max(0, ...page.paragraphs.flatMap(({ indent, lines }) => lines.map(({ width }) => indent + width)))
