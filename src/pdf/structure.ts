import type { PdfFile } from './pdf-file.ts'
import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './values.ts'

/** An element of the tag tree. */
export interface StructElement {
  ref: PdfRef
  dict: PdfDict
  /** `P`, `LI`, ... */
  type: string
}

/** A child of an element: another element, a piece of a page's content, or an annotation. */
export type StructKid =
  | { kind: 'element'; ref: PdfRef }
  | { kind: 'content'; page: PdfRef | null; id: number }
  | { kind: 'annotation'; ref: PdfRef }

/** Finds the elements of a type. Unchanged objects are recognised without being parsed. */
export function* elementsOf(file: PdfFile, type: string): Generator<StructElement> {
  const mark = `/S /${type}\n`
  for (const number of file.numbers()) {
    if (!file.head(number).includes(mark)) continue
    const ref = new PdfRef(number)
    const element = readElement(file, ref)
    if (element?.type === type) yield element
  }
}

/** Reads an element; null if the object is something else. */
export function readElement(file: PdfFile, ref: PdfRef): StructElement | null {
  const dict = file.value(ref)
  if (!(dict instanceof Map)) return null
  const type = dict.get('S')
  return type instanceof PdfName ? { ref, dict, type: type.name } : null
}

/** Returns the children of an element in reading order. */
export function kidsOf(file: PdfFile, { dict }: StructElement): StructKid[] {
  const own = dict.get('Pg')
  return file.array(dict.get('K')).flatMap((kid) => readKid(file, kid, own instanceof PdfRef ? own : null))
}

function readKid(file: PdfFile, kid: PdfValue, page: PdfRef | null): StructKid[] {
  if (typeof kid === 'number') return [{ kind: 'content', page, id: kid }]
  const value = file.value(kid)
  if (!(value instanceof Map)) return []
  const type = value.get('Type')
  const name = type instanceof PdfName ? type.name : ''
  const object = value.get('Obj')
  if (name === 'OBJR') return object instanceof PdfRef ? [{ kind: 'annotation', ref: object }] : []
  const id = value.get('MCID')
  if (name === 'MCR' && typeof id === 'number') {
    const own = value.get('Pg')
    return [{ kind: 'content', page: own instanceof PdfRef ? own : page, id }]
  }
  return kid instanceof PdfRef ? [{ kind: 'element', ref: kid }] : []
}

/** Trees of pages and names are far flatter. */
const maxDepth = 20

/** Returns the parents of annotations and of the contents of pages, by their `StructParent`. */
export function parentTree(file: PdfFile): Map<number, PdfValue> {
  const entries = new Map<number, PdfValue>()
  const root = file.dict(file.dict(file.trailer.get('Root')).get('StructTreeRoot'))
  const read = (node: PdfValue | undefined, depth: number) => {
    const dict = file.value(node)
    if (!(dict instanceof Map) || depth > maxDepth) return
    const numbers = file.array(dict.get('Nums'))
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      const key = numbers[i]
      if (typeof key === 'number') entries.set(key, numbers[i + 1]!)
    }
    for (const kid of file.array(dict.get('Kids'))) read(kid, depth + 1)
  }
  read(root.get('ParentTree'), 0)
  return entries
}

/** Returns the elements that others refer to by name. Shape: the names as they stand in the file. */
export function idTree(file: PdfFile): [string, PdfValue][] {
  const entries: [string, PdfValue][] = []
  const root = file.dict(file.dict(file.trailer.get('Root')).get('StructTreeRoot'))
  const read = (node: PdfValue | undefined, depth: number) => {
    const dict = file.value(node)
    if (!(dict instanceof Map) || depth > maxDepth) return
    const names = file.array(dict.get('Names'))
    for (let i = 0; i + 1 < names.length; i += 2) {
      const name = names[i]
      if (name instanceof PdfString) entries.push([name.bytes, names[i + 1]!])
    }
    for (const kid of file.array(dict.get('Kids'))) read(kid, depth + 1)
  }
  read(root.get('IDTree'), 0)
  return entries
}

/** Returns the nodes of a tree of names or numbers, its root included. */
export function nodesOf(file: PdfFile, root: PdfValue | undefined, depth = 0): PdfRef[] {
  const dict = root instanceof PdfRef ? file.value(root) : null
  if (!(root instanceof PdfRef) || !(dict instanceof Map) || depth > maxDepth) return []
  return [root, ...file.array(dict.get('Kids')).flatMap((kid) => nodesOf(file, kid, depth + 1))]
}

/** Returns the pages of a file in their order. */
export function pagesOf(file: PdfFile): PdfRef[] {
  const pages: PdfRef[] = []
  const read = (node: PdfValue | undefined, depth: number) => {
    const dict = file.value(node)
    if (!(node instanceof PdfRef) || !(dict instanceof Map) || depth > maxDepth) return
    if (!dict.has('Kids')) pages.push(node)
    for (const kid of file.array(dict.get('Kids'))) read(kid, depth + 1)
  }
  read(file.dict(file.trailer.get('Root')).get('Pages'), 0)
  return pages
}
