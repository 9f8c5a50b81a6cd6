import type { Diagnostic } from '../../model/diagnostic.ts'
import type { ValidateProblem } from '../../model/problems/validate.ts'
import { findMember, type SourceNode } from '../../model/source.ts'
import type { FieldValue } from '../conform.ts'
import type { Definition } from '../schema.ts'
import { isEmpty } from '../value.ts'

/** Fields that depend on a path: `seen` ones are shown with the picture or video, `lists` may have an item per picture. */
interface PathFields {
  path: string
  seen: readonly string[]
  lists: readonly string[]
}

/** The fields of pictures and videos, by the definition of the object that has them. */
const pictureFields: Readonly<Partial<Record<Definition, PathFields>>> = {
  slide: { path: 'img_path', seen: ['img_caption'], lists: ['img_alt', 'img_caption', 'img_fit', 'img_focus'] },
  imageBlock: { path: 'src', seen: ['caption'], lists: ['alt', 'caption', 'fit', 'focus'] },
  imageObject: { path: 'src', seen: ['caption'], lists: [] },
  videoObject: { path: 'src', seen: ['title'], lists: [] },
}

/** Reports captions and titles without a picture or video, and lists with more items than there are pictures. */
export function checkPictures(values: readonly FieldValue[]): Diagnostic<ValidateProblem>[] {
  return values.flatMap(({ node, names }) => {
    const definition = names.at(-1)
    const own = definition && pictureFields[definition]
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

/** Reports texts of a list without a picture at the same index. */
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
