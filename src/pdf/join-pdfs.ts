import type { LeftOutPicture, LeftOutPictures } from '../model/left-out-picture.ts'
import type { PageAnchor } from '../model/page-anchor.ts'
import { fontsOnce, type MergedFont, type RepeatedFont } from './fonts-once.ts'
import { findPlaceholders, withPicture } from './left-out-pictures.ts'
import { type OutlineEntry, readOutline, writeOutline } from './outline.ts'
import { UnexpectedPdf } from './parse-value.ts'
import { PdfFile } from './pdf-file.ts'
import { PlainPdf } from './plain-pdf.ts'
import { renumber, renumbered } from './renumber.ts'
import { SharedObjects } from './shared-objects.ts'
import { idTree, nodesOf, pagesOf, parentTree } from './structure.ts'
import { type PdfDict, PdfName, PdfRef, PdfString, type PdfValue } from './values.ts'

/** A part of a document. Shape: `anchors` are the places on each of its pages to which links of other parts lead. */
export interface PdfPart {
  pdf: Uint8Array
  anchors?: readonly (readonly PageAnchor[])[] | undefined
  /** The pictures that placeholders stand for. */
  pictures?: LeftOutPictures | undefined
}

/**
 * Joins PDFs that Chromium printed: one tag tree, one outline, each font and picture once, also within a part: on a busy
 * machine Chromium may take one picture for two. Placeholders are replaced by their pictures.
 *
 * Errors: `UnexpectedPdf` if a part has a structure that Chromium does not write.
 */
export function joinPdfs(parts: readonly PdfPart[]): Uint8Array {
  const files = parts.map(({ pdf }) => new PdfFile(pdf))
  const placeholders = files.map((file, i) => findPlaceholders(file, parts[i]!.pictures ?? new Map()))
  return new Joiner(files, parts, placeholders).join(fontsOnce(files))
}

/** One file of those that are joined. */
interface Member {
  file: PdfFile
  catalog: PdfDict
  /** The root of the tag tree, and its one element, the document. */
  root: PdfRef
  structure: PdfDict
  document: PdfRef
  anchors: readonly (readonly PageAnchor[])[]
  /** The new numbers of objects; 0 for those that are left out. */
  numbers: Int32Array
  /** The new keys of the parent tree. */
  keys: Map<number, number>
  /** The new names of elements: Chromium's count what a browser showed before. */
  ids: Map<string, string>
  placeholders: ReadonlyMap<number, LeftOutPicture>
}

class Joiner {
  private readonly plain = new PlainPdf()
  private readonly members: readonly Member[]
  /** The pages to which other parts link. */
  private readonly linked = new Set<string>()
  private readonly roots = {
    catalog: this.plain.reserve(),
    info: this.plain.reserve(),
    pages: this.plain.reserve(),
    structure: this.plain.reserve(),
    document: this.plain.reserve(),
  }

  constructor(
    files: readonly PdfFile[],
    parts: readonly PdfPart[],
    placeholders: readonly ReadonlyMap<number, LeftOutPicture>[],
  ) {
    let [keys, ids] = [0, 0]
    this.members = files.map((file, i) => {
      const read = readMember(file, parts[i]!.anchors ?? [], { keys, ids })
      const member = { ...read, placeholders: placeholders[i]! }
      keys += member.keys.size
      ids += member.ids.size
      return member
    })
  }

  join(fonts: readonly RepeatedFont[]): Uint8Array {
    for (const { merged, replaced } of fonts) {
      const number = writeFont(this.plain, merged)
      for (const { file, own } of replaced) {
        const { numbers } = this.members[file]!
        for (const old of own) numbers[old] = -1
        numbers[own[0]!] = number
      }
    }
    const shared = new SharedObjects(this.plain)
    for (const member of this.members) this.number(member, shared)
    for (const member of this.members) this.copy(member)
    this.writeRoots()
    return this.plain.finish(this.roots.catalog, this.roots.info)
  }

  /** Gives each object that is kept a new number. */
  private number(member: Member, shared: SharedObjects): void {
    const { file, catalog, structure, document, numbers } = member
    const leftOut = [
      ...[file.trailer.get('Root'), file.trailer.get('Info'), catalog.get('Outlines'), catalog.get('Dests')],
      ...['ParentTree', 'IDTree'].flatMap((tree) => nodesOf(file, structure.get(tree))),
      ...readOutline(file).map(({ number }) => new PdfRef(number)),
    ]
    for (const left of leftOut) if (left instanceof PdfRef) numbers[left.number] = -1
    numbers[document.number] = this.roots.document
    numbers[member.root.number] = this.roots.structure
    shared.number(file, numbers)
    for (const number of file.numbers()) if (numbers[number] === 0) numbers[number] = this.plain.reserve()
  }

  private copy({ file, catalog, root, document, numbers, keys, ids, placeholders }: Member): void {
    const pages = (catalog.get('Pages') as PdfRef).number
    const onLink = (name: string) => this.linked.add(name)
    for (const number of file.numbers()) {
      const target = numbers[number]!
      if (target <= 0 || number === root.number || number === document.number || this.plain.has(target)) continue
      const head = renumber(file.head(number), { numbers, keys, ids }, onLink)
      const parented = number === pages ? head.replace(/<</, `<</Parent ${this.roots.pages} 0 R\n`) : head
      const picture = placeholders.get(number)
      const { head: start, rest } = picture
        ? withPicture(parented, picture)
        : { head: parented, rest: file.rest(number) }
      this.plain.add(target, start, rest)
    }
  }

  private writeRoots(): void {
    const { plain, members, roots } = this
    const [first] = members
    const under = (member: Member, ref: PdfValue | undefined) => renumbered(ref ?? null, member.numbers)
    const kids = members.flatMap((member) => {
      const ids = member.file.array(member.file.dict(member.document).get('K'))
      if (!ids.every((kid) => kid instanceof PdfRef)) throw new UnexpectedPdf('the document has text of its own')
      return ids.map((kid) => under(member, kid))
    })
    plain.set(roots.document, new Map(first!.file.dict(first!.document)).set('P', ref(roots.structure)).set('K', kids))
    const outline = members.flatMap((member) =>
      readOutline(member.file).map(
        (item): OutlineEntry => ({ ...item, dict: renumbered(item.dict, member.numbers) as PdfDict }),
      ),
    )
    const counts = members.map(({ file, catalog }) => file.dict(catalog.get('Pages')).get('Count') as number)
    const catalog = (renumbered(first!.catalog, first!.numbers) as PdfDict)
      .set('Pages', ref(roots.pages))
      .set('StructTreeRoot', ref(roots.structure))
    const named = this.destinations()
    catalog.delete('Dests')
    if (named.size > 0) catalog.set('Dests', named)
    catalog.delete('Outlines')
    if (outline.length > 0) catalog.set('Outlines', ref(writeOutline(outline, plain)))
    plain.set(roots.catalog, catalog)
    plain.set(roots.info, first!.file.dict(first!.file.trailer.get('Info')))
    plain.set(
      roots.pages,
      new Map<string, PdfValue>([
        ['Type', new PdfName('Pages')],
        ['Count', counts.reduce((sum, count) => sum + count, 0)],
        ['Kids', members.map((member) => under(member, member.catalog.get('Pages')))],
      ]),
    )
    plain.set(roots.structure, this.structureRoot())
  }

  private structureRoot(): PdfDict {
    const parents: PdfValue[] = []
    const ids: [string, PdfValue][] = []
    for (const { file, numbers, keys, ids: names } of this.members) {
      for (const [key, value] of parentTree(file)) parents.push(keys.get(key)!, renumbered(value, numbers))
      for (const [id, value] of idTree(file)) ids.push([names.get(id)!, renumbered(value, numbers)])
    }
    ids.sort(([a], [b]) => (a < b ? -1 : 1))
    const root = new Map<string, PdfValue>([
      ['Type', new PdfName('StructTreeRoot')],
      ['K', ref(this.roots.document)],
      ['ParentTreeNextKey', parents.length / 2],
      ['ParentTree', new Map([['Nums', parents]])],
    ])
    if (ids.length > 0)
      root.set('IDTree', new Map([['Names', ids.flatMap(([id, value]) => [new PdfString(id), value])]]))
    return root
  }

  /** The places that links lead to by name: those of each part, and the pages that other parts link to. */
  private destinations(): PdfDict {
    const named: PdfDict = new Map()
    for (const { file, catalog, anchors, numbers } of this.members) {
      const pages = anchors.length > 0 && this.linked.size > 0 ? pagesOf(file) : []
      if (pages.length > 0 && pages.length !== anchors.length) throw new UnexpectedPdf('a part has more pages')
      for (const [i, page] of pages.entries()) {
        const [, , , top] = file.array(file.dict(page).get('MediaBox')) as number[]
        for (const { name, x, y } of anchors[i]!.filter((anchor) => this.linked.has(anchor.name)))
          named.set(name, [renumbered(page, numbers), new PdfName('XYZ'), x * pointsPerPx, top! - y * pointsPerPx, 0])
      }
      const own = file.value(catalog.get('Dests'))
      if (own instanceof Map) for (const [name, place] of own) named.set(name, renumbered(place, numbers))
    }
    return named
  }
}

/** PDFs count in points. */
const pointsPerPx = 72 / 96

const ref = (number: number) => new PdfRef(number)

function readMember(
  file: PdfFile,
  anchors: readonly (readonly PageAnchor[])[],
  first: { keys: number; ids: number },
): Omit<Member, 'placeholders'> {
  const catalog = file.dict(file.trailer.get('Root'))
  const root = catalog.get('StructTreeRoot')
  if (!(root instanceof PdfRef)) throw new UnexpectedPdf('it has no tags')
  const structure = file.dict(root)
  const [document, ...others] = file.array(structure.get('K'))
  if (!(document instanceof PdfRef) || others.length > 0) throw new UnexpectedPdf('the tag tree has several roots')
  if (!(catalog.get('Pages') instanceof PdfRef)) throw new UnexpectedPdf('it has no pages')
  const keys = new Map([...parentTree(file).keys()].map((key, i) => [key, first.keys + i]))
  const ids = new Map(idTree(file).map(([id], i) => [id, `node${`${first.ids + i + 1}`.padStart(8, '0')}`]))
  return { file, catalog, root, structure, document, anchors, numbers: new Int32Array(file.length), keys, ids }
}

/** Writes a font with all its letters. Returns the number of what pages refer to. */
function writeFont(plain: PlainPdf, { font, descendant, descriptor, program, toUnicode }: MergedFont): number {
  const [own, below, described, file, letters] = Array.from({ length: 5 }, () => plain.reserve()) as number[]
  plain.set(own!, new Map(font).set('DescendantFonts', [ref(below!)]).set('ToUnicode', ref(letters!)))
  plain.set(below!, new Map(descendant).set('FontDescriptor', ref(described!)))
  plain.set(described!, new Map(descriptor).set('FontFile2', ref(file!)))
  plain.setStream(file!, program)
  plain.setStream(letters!, toUnicode)
  return own!
}
