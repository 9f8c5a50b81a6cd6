import type { Lang } from '../model/lang.ts'
import { rangeLabel, type SlideRange } from '../model/slide-range.ts'

/** The options of a document by which its content differs from that of the ordinary one. */
interface ContentOptions {
  bilingual?: Lang | undefined
  lines?: boolean | undefined
  notes?: boolean | undefined
  range?: SlideRange | undefined
}

/**
 * The end of the file name: `pdf`, `3-7.notes.pdf`. A PDF with notes or of some slides has a name of its own: it must not
 * replace the ordinary one, which is handed on.
 */
export const pdfExtension = ({ notes, range }: ContentOptions): string =>
  joinParts(range && rangeLabel(range), notes && 'notes', 'pdf')

/** The end of the file name of a handout, as for `pdfExtension`: `handout.pdf`, `notes.handout.pdf`, `with-ru.notes.handout.pdf`. */
export const handoutExtension = ({ bilingual, lines, notes, range }: ContentOptions): string =>
  joinParts(
    range && rangeLabel(range),
    bilingual && `with-${bilingual}`,
    notes && 'notes',
    lines && 'lines',
    'handout.pdf',
  )

const joinParts = (...parts: (string | false | undefined)[]): string => parts.filter(Boolean).join('.')
