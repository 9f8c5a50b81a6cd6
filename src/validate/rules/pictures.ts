import type { Diagnostic } from '../../model/diagnostic.ts'
import type { ValidateProblem } from '../../model/problems/validate.ts'
import { findMember, type SourceNode } from '../../model/source.ts'
import type { FieldValue } from '../conform.ts'
import { isEmpty } from '../value.ts'

/** The names of a path and of what people see beside it, by the definition of the object that holds them. */
const pictureFields: Readonly<Record<string, { path: string; seen: readonly string[]; lists: readonly string[] }>> = {
  slide: { path: 'img_path', seen: ['img_caption'], lists: ['img_alt', 'img_caption', 'img_fit', 'img_focus'] },
  imageBlock: { path: 'src', seen: ['caption'], lists: ['alt', 'caption', 'fit', 'focus'] },
  imageObject: { path: 'src', seen: ['caption'], lists: [] },
  videoObject: { path: 'src', seen: ['title'], lists: [] },
}

/** Captions and titles of what is not there, and lists that say more than there are pictures. */
export function checkPictures(values: readonly FieldValue[]): Diagnostic<ValidateProblem>[] {
  return values.flatMap(({ node, names }) => {
    const own = pictureFields[names.at(-1) ?? '']
    if (!own || node.type !== 'object') return []
    const path = findMember(node, own.path)?.value
    const filled = (name: string) => isFilled(findMember(node, name)?.value)
    const diagnostics: Diagnostic<ValidateProblem>[] = []
    for (const because of isFilled(path) ? [] : own.seen.filter(filled)) {
      const { range } = findMember(node, because)!.key
      diagnostics.push({ code: 'path-missing', field: own.path, because, severity: 'warning', range })
    }
    for (const because of own.seen)
      diagnostics.push(...textsWithoutPicture(findMember(node, because)?.value, path, own.path, because))
    const pictures = countOf(path)
    for (const field of pictures > 0 ? own.lists : []) {
      const list = findMember(node, field)?.value
      const items = list?.type === 'array' ? list.items.findLastIndex(isFilled) + 1 : 0
      if (items <= pictures) continue
      diagnostics.push({ code: 'list-longer', field, items, pictures, severity: 'warning', range: list!.range })
    }
    return diagnostics
  })
}

/** Texts of a list whose picture, at the same place of the list of pictures, is left empty. */
function textsWithoutPicture(
  texts: SourceNode | undefined,
  path: SourceNode | undefined,
  field: string,
  because: string,
): Diagnostic<ValidateProblem>[] {
  if (texts?.type !== 'array' || path?.type !== 'array' || !isFilled(path)) return []
  const lost = texts.items.filter((text, i) => isFilled(text) && i < path.items.length && !isFilled(path.items[i]))
  return lost.map(({ range }) => ({ code: 'path-missing', field, because, severity: 'warning', range }))
}

const isFilled = (node: SourceNode | undefined) => node !== undefined && !isEmpty(node)

const countOf = (path: SourceNode | undefined) => (path?.type === 'array' ? path.items.length : isFilled(path) ? 1 : 0)
