import type { FittedParagraph, FittedRun } from '../../src/model/fitted.ts'
import type { LaidOutPage } from '../../src/model/laid-out.ts'

/** A paragraph of a page, as a pattern that finds it in the text that was taken out of a PDF, and as readers see it. */
export interface PageParagraph {
  text: string
  pattern: RegExp
  /** Whether those who listen do not hear it: a footer, which every page has, or the initials of a person. */
  silent: boolean
}

/** What may stand in a text where a line ended: a space of the text, nothing, or a hyphen of ours, as far as it is kept. */
const betweenLines = { space: '\\s+', inside: '\\s*', hyphen: '[-\\u00ad\\ufffe\\u0002]?\\s*', last: '' } as const

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Returns the paragraphs of a page in reading order: those of titles, texts, tables, timelines and cards. Drawings are left
 * out, since their labels have no order.
 */
export function paragraphsOf({ boxes }: LaidOutPage): PageParagraph[] {
  return boxes.flatMap(({ view, region }) => {
    const repeated = region === 'footer' || region === 'page'
    return paragraphsIn(view, repeated)
  })
}

function paragraphsIn(view: unknown, silent: boolean): PageParagraph[] {
  if (typeof view !== 'object' || view === null) return []
  if (Array.isArray(view)) return view.flatMap((one) => paragraphsIn(one, silent))
  const { page } = view as { page?: { paragraphs?: FittedParagraph[] } }
  if (page?.paragraphs) return page.paragraphs.map((one) => ({ ...describeParagraph(one), silent }))
  return Object.entries(view).flatMap(([key, value]) => paragraphsIn(value, silent || key === 'letters'))
}

function describeParagraph({ marker, lines }: FittedParagraph): Omit<PageParagraph, 'silent'> {
  const marked = marker === '' ? { text: '', pattern: '' } : { text: `${marker} `, pattern: `${escaped(marker)}\\s*` }
  const text = lines.map(({ runs, end }) => runs.map(said).join('') + (end === 'space' ? ' ' : '')).join('')
  const pattern = lines.map(({ runs, end }) => runs.map(runPattern).join('') + betweenLines[end]).join('')
  return { text: marked.text + text, pattern: new RegExp(marked.pattern + pattern, 'u') }
}

const said = ({ text, arrow, spoken }: FittedRun) => (arrow ? `${spoken ?? text} ` : text)

/** A drawn arrow stands apart from the text. Poppler does not see the narrow space before a small unit. */
function runPattern(run: FittedRun): string {
  if (run.arrow) return `\\s*(?:${escaped(run.spoken ?? run.text)})?\\s*`
  return run.small ? `\\s*${spaced(run.text.trim())}\\s*` : spaced(run.text)
}

/** White space of any width is one space in what readers copy. */
const spaced = (text: string) => text.split(/\s+/).map(escaped).join('\\s+')
