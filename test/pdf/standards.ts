import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'
import { checkTexts } from './standards-text.ts'

/** A rule of PDF/UA-1 (`ua`) or PDF/A-2a (`a`) that a PDF breaks: the clause, and where. */
export interface Breach {
  rule: string
  where: string
}

/**
 * Checks a PDF against the rules of ISO 14289-1 and ISO 19005-2 that a printed deck can break. It knows nothing of how Korme
 * writes PDFs: it reads them with a library of its own.
 */
export async function checkStandards(bytes: Uint8Array): Promise<Breach[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
  const check = new Check(document, bytes)
  check.file()
  check.catalog()
  check.metadata()
  check.structure()
  check.objects()
  check.pages()
  return [...check.breaches, ...checkTexts(document)]
}

const standardTypes = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH
  TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(
    /\s+/,
  ),
)

/** Which parents and children an element may have. Source: ISO 14289-1, 7.2. */
const families: Readonly<Record<string, { parent?: RegExp; kids?: RegExp; rules: [string, string] }>> = {
  L: { kids: /^(L|LI|Caption)$/, rules: ['', 'ua 7.2-19'] },
  LI: { parent: /^L$/, kids: /^(Lbl|LBody)$/, rules: ['ua 7.2-17', 'ua 7.2-20'] },
  LBody: { parent: /^LI$/, rules: ['ua 7.2-18', ''] },
  Table: { kids: /^(TR|THead|TBody|TFoot|Caption)$/, rules: ['', 'ua 7.2-3'] },
  TR: { parent: /^(Table|THead|TBody|TFoot)$/, kids: /^(TH|TD)$/, rules: ['ua 7.2-4', 'ua 7.2-10'] },
  THead: { parent: /^Table$/, kids: /^TR$/, rules: ['ua 7.2-5', 'ua 7.2-11'] },
  TBody: { parent: /^Table$/, kids: /^TR$/, rules: ['ua 7.2-6', 'ua 7.2-12'] },
  TFoot: { parent: /^Table$/, kids: /^TR$/, rules: ['ua 7.2-7', 'ua 7.2-13'] },
  TH: { parent: /^TR$/, rules: ['ua 7.2-8', ''] },
  TD: { parent: /^TR$/, rules: ['ua 7.2-9', ''] },
}

const langTag = /^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/
const allowedActions = new Set(['GoTo', 'GoToR', 'URI', 'Named', 'Thread', 'SubmitForm'])
const allowedBlends =
  /^(Normal|Compatible|Multiply|Screen|Overlay|Darken|Lighten|ColorDodge|ColorBurn|HardLight|SoftLight|Difference|Exclusion|Hue|Saturation|Color|Luminosity)$/
const allowedFilters = new Set([
  'FlateDecode',
  'DCTDecode',
  'JPXDecode',
  'CCITTFaxDecode',
  'JBIG2Decode',
  'RunLengthDecode',
  'ASCIIHexDecode',
  'ASCII85Decode',
])

class Check {
  readonly breaches: Breach[] = []
  private readonly annotationParents = new Map<string, string>()

  constructor(
    private readonly document: PDFDocument,
    private readonly bytes: Uint8Array,
  ) {}

  file(): void {
    const head = Buffer.from(this.bytes.subarray(0, 16)).toString('latin1')
    if (!/^%PDF-1\.[0-7]\n/.test(head)) this.breach('a 6.1.2', 'version')
    if (!/^[^\n]*\n%[\x80-\xff]{4}/.test(head)) this.breach('a 6.1.2', 'no bytes above 127')
    const { ID, Encrypt } = this.document.context.trailerInfo
    if (Encrypt) this.breach('a 6.1.3', 'encrypted')
    if (!(ID instanceof PDFArray) || ID.size() !== 2) this.breach('a 6.1.3', 'no ID')
    const end = Buffer.from(this.bytes.subarray(-8)).toString('latin1')
    if (!/%%EOF\r?\n?$/.test(end)) this.breach('a 6.1.3', 'data after the end')
  }

  catalog(): void {
    const { catalog } = this.document
    if (this.get(this.dict(catalog, 'MarkInfo'), 'Marked')?.toString() !== 'true') this.breach('ua 6.2-1', 'MarkInfo')
    const preferences = this.dict(catalog, 'ViewerPreferences')
    if (this.get(preferences, 'DisplayDocTitle')?.toString() !== 'true') this.breach('ua 7.1-10', 'DisplayDocTitle')
    if (!this.dict(catalog, 'StructTreeRoot')) this.breach('ua 7.1-11', 'StructTreeRoot')
    const lang = this.text(this.get(catalog, 'Lang'))
    if (!lang) this.breach('ua 7.2-34', 'Lang')
    else if (!langTag.test(lang)) this.breach('ua 7.2-29', lang)
    for (const key of ['AA', 'OCProperties', 'NeedsRendering'])
      if (catalog.has(PDFName.of(key))) this.breach('a 6.5.2', key)
    const open = this.dict(catalog, 'OpenAction')
    if (open) this.action(open)
    const names = this.dict(catalog, 'Names')
    for (const key of ['JavaScript', 'EmbeddedFiles', 'AlternatePresentations'])
      if (names?.has(PDFName.of(key))) this.breach('a 6.8', key)
    this.outputIntent()
  }

  private outputIntent(): void {
    const intents = this.get(this.document.catalog, 'OutputIntents')
    const intent = intents instanceof PDFArray && intents.size() > 0 ? this.look(intents.get(0)) : null
    const profile = intent instanceof PDFDict ? this.get(intent, 'DestOutputProfile') : null
    if (!(profile instanceof PDFRawStream)) {
      this.breach('a 6.2.3', 'no profile')
      return
    }
    const icc = this.decode(profile)
    const components = this.get(profile.dict, 'N')
    const isRgb =
      icc.toString('latin1', 16, 20) === 'RGB ' && components instanceof PDFNumber && components.asNumber() === 3
    if (!isRgb || icc.toString('latin1', 36, 40) !== 'acsp' || icc.readUInt32BE(0) !== icc.length)
      this.breach('a 6.2.3', 'profile')
    if (!/^(mntr|prtr|scnr|spac)$/.test(icc.toString('latin1', 12, 16))) this.breach('a 6.2.3', 'device class')
  }

  metadata(): void {
    const stream = this.get(this.document.catalog, 'Metadata')
    if (!(stream instanceof PDFRawStream)) {
      this.breach('ua 7.1-8', 'no metadata')
      return
    }
    if (stream.dict.has(PDFName.of('Filter'))) this.breach('a 6.6.2.1', 'filtered')
    const xmp = this.decode(stream).toString('utf8')
    const value = (name: string) => {
      const found = new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(xmp)?.[1]
      return found
        ?.replace(/<[^>]*>/g, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>')
        .replaceAll('&amp;', '&')
        .trim()
    }
    if (value('pdfuaid:part') !== '1') this.breach('ua 5-1', 'pdfuaid:part')
    if (!value('dc:title')) this.breach('ua 7.1-9', 'dc:title')
    if (value('pdfaid:part') !== '2' || value('pdfaid:conformance') !== 'A') this.breach('a 6.6.4', 'pdfaid')
    if (!xmp.includes('<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>'))
      this.breach('a 6.6.2.3', 'no schema of pdfuaid')
    for (const prefix of new Set([...xmp.matchAll(/<(\w+):\w+/g)].map(([, name]) => name)))
      if (!xmp.includes(`xmlns:${prefix}=`)) this.breach('a 6.6.2.1', `prefix ${prefix}`)
    const info = this.look(this.document.context.trailerInfo.Info)
    if (!(info instanceof PDFDict)) return
    const pairs = { Title: 'dc:title', Author: 'dc:creator', Creator: 'xmp:CreatorTool', Producer: 'pdf:Producer' }
    for (const [key, name] of Object.entries(pairs)) {
      const text = this.text(this.get(info, key))
      if (text !== undefined && text.replace(/\s+/g, ' ').trim() !== value(name)?.replace(/\s+/g, ' '))
        this.breach('a 6.6.3', `${key} differs from ${name}`)
    }
    for (const [key, name] of [
      ['CreationDate', 'xmp:CreateDate'],
      ['ModDate', 'xmp:ModifyDate'],
    ] as const) {
      const digits = (text: string | undefined) => text?.replace(/\D/g, '').slice(0, 14)
      const date = this.text(this.get(info, key))
      if (date !== undefined && digits(date) !== digits(value(name)))
        this.breach('a 6.6.3', `${key} differs from ${name}`)
    }
  }

  structure(): void {
    const root = this.dict(this.document.catalog, 'StructTreeRoot')
    if (!root) return
    const roles = this.dict(root, 'RoleMap')
    const headings: number[] = []
    const typeOf = (element: PDFDict): string => {
      let name = this.name(this.get(element, 'S')) ?? ''
      for (let i = 0; !standardTypes.has(name) && i < 9; i++)
        name = this.name(this.get(roles ?? undefined, name)) ?? name
      return name
    }
    /** Elements without a meaning of their own are looked through. */
    const meant = (kids: readonly string[][]): string[] => kids.flat()
    const walk = (object: PDFObject | undefined, parent: string, depth: number): string[] => {
      const element = this.look(object)
      if (!(element instanceof PDFDict) || depth > 200) return []
      const kind = this.name(this.get(element, 'Type'))
      if (kind === 'MCR') return []
      if (kind === 'OBJR') {
        const target = element.get(PDFName.of('Obj'))
        if (target instanceof PDFRef) this.annotationParents.set(target.toString(), parent)
        return []
      }
      const type = typeOf(element)
      const where = `${type} ${object}`
      if (!standardTypes.has(type)) this.breach('ua 7.1-5', where)
      if (!element.has(PDFName.of('P'))) this.breach('ua 7.1-12', where)
      const lang = this.text(this.get(element, 'Lang'))
      if (lang && !langTag.test(lang)) this.breach('ua 7.2-29', lang)
      const alt = this.text(this.get(element, 'Alt')) ?? this.text(this.get(element, 'ActualText'))
      if (type === 'Figure' && !alt) this.breach('ua 7.3-1', where)
      if (/^H[1-6]$/.test(type)) headings.push(Number(type[1]))
      if (type === 'TH' && !this.hasScope(element)) this.breach('ua 7.5-1', where)
      const inner = type === 'NonStruct' ? parent : type
      const kids = meant(this.kids(element).map((kid) => walk(kid, inner, depth + 1)))
      const family = families[type]
      if (family?.parent && !family.parent.test(parent)) this.breach(family.rules[0], `${where} in ${parent}`)
      const strange = family?.kids && kids.find((kid) => !family.kids!.test(kid))
      if (strange) this.breach(family!.rules[1], `${strange} in ${where}`)
      if (type === 'Table') this.tableShape(element, where)
      return type === 'NonStruct' ? kids : [type]
    }
    for (const kid of this.kids(root)) walk(kid, '', 0)
    headings.forEach((level, i) => {
      if (i === 0 ? level !== 1 : level > headings[i - 1]! + 1)
        this.breach('ua 7.4.2-1', `H${headings[i - 1] ?? 0} before H${level}`)
    })
  }

  private hasScope(cell: PDFDict): boolean {
    const attributes = this.get(cell, 'A')
    const all = attributes instanceof PDFArray ? attributes.asArray().map((one) => this.look(one)) : [attributes]
    return all.some((one) => one instanceof PDFDict && one.has(PDFName.of('Scope')))
  }

  /** Every row has the same number of columns, cells that span several counted. */
  private tableShape(table: PDFDict, where: string): void {
    const rows: PDFDict[] = []
    const collect = (element: PDFDict) => {
      for (const kid of this.kids(element)) {
        const one = this.look(kid)
        if (!(one instanceof PDFDict)) continue
        if (this.name(this.get(one, 'S')) === 'TR') rows.push(one)
        else collect(one)
      }
    }
    collect(table)
    const widths = rows.map((row) => this.kids(row).reduce((sum, cell) => sum + this.span(this.look(cell)), 0))
    if (new Set(widths).size > 1) this.breach('ua 7.2-42', where)
  }

  private span(cell: PDFObject | undefined): number {
    if (!(cell instanceof PDFDict)) return 0
    const attributes = this.get(cell, 'A')
    const all = attributes instanceof PDFArray ? attributes.asArray().map((one) => this.look(one)) : [attributes]
    for (const one of all) {
      const span = one instanceof PDFDict ? this.get(one, 'ColSpan') : null
      if (span instanceof PDFNumber) return span.asNumber()
    }
    return 1
  }

  objects(): void {
    for (const [ref, object] of this.document.context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFRawStream ? object.dict : object
      if (!(dict instanceof PDFDict)) continue
      const where = ref.toString()
      const subtype = this.name(this.get(dict, 'Subtype'))
      const type = this.name(this.get(dict, 'Type'))
      if (object instanceof PDFRawStream) this.stream(object, where)
      if (type === 'Annot' || dict.has(PDFName.of('Rect'))) this.annotation(dict, ref, subtype ?? '')
      if (type === 'Font') this.font(dict, subtype ?? '', where)
      if (type === 'Action' || dict.has(PDFName.of('URI'))) this.action(dict)
      if (type === 'Filespec' || dict.has(PDFName.of('EF'))) this.breach('a 6.8', where)
    }
  }

  private stream(stream: PDFRawStream, where: string): void {
    const { dict } = stream
    if (['F', 'FFilter', 'FDecodeParms'].some((key) => dict.has(PDFName.of(key)))) this.breach('a 6.1.7', where)
    const filter = this.get(dict, 'Filter')
    const filters = filter instanceof PDFArray ? filter.asArray() : filter ? [filter] : []
    if (!filters.every((one) => allowedFilters.has(this.name(one) ?? ''))) this.breach('a 6.1.7', `filter of ${where}`)
    const subtype = this.name(this.get(dict, 'Subtype'))
    if (subtype === 'PS') this.breach('a 6.2.9', where)
    if (subtype === 'Image') {
      if (['Alternates', 'OPI'].some((key) => dict.has(PDFName.of(key)))) this.breach('a 6.2.8', where)
      if (this.get(dict, 'Interpolate')?.toString() === 'true') this.breach('a 6.2.8', where)
      if (/^\/?DeviceCMYK$/.test(String(this.get(dict, 'ColorSpace')))) this.breach('a 6.2.4.3', where)
    }
    if (subtype === 'Form' && ['OPI', 'Ref'].some((key) => dict.has(PDFName.of(key)))) this.breach('a 6.2.9', where)
  }

  private annotation(dict: PDFDict, ref: PDFRef, subtype: string): void {
    const where = `${subtype} ${ref}`
    const flags = this.get(dict, 'F')
    const bits = flags instanceof PDFNumber ? flags.asNumber() : 0
    if (!(bits & 4) || bits & (1 | 2 | 32 | 256)) this.breach('a 6.3.2', where)
    if (subtype !== 'Link') this.breach('a 6.3.1', where)
    if (dict.has(PDFName.of('AA'))) this.breach('a 6.5.2', where)
    if (!this.text(this.get(dict, 'Contents'))?.trim()) this.breach('ua 7.18.5-2', where)
    if (this.annotationParents.get(ref.toString()) !== 'Link') this.breach('ua 7.18.5-1', where)
    const action = this.dict(dict, 'A')
    if (action) this.action(action)
  }

  private action(action: PDFDict): void {
    const type = this.name(this.get(action, 'S'))
    if (type && !allowedActions.has(type)) this.breach('a 6.5.1', type)
  }

  private font(dict: PDFDict, subtype: string, where: string): void {
    const isDescendant = subtype.startsWith('CIDFont')
    if (!isDescendant && !(this.get(dict, 'ToUnicode') instanceof PDFRawStream)) this.breach('ua 7.21.7-1', where)
    const map = this.get(dict, 'ToUnicode')
    if (
      map instanceof PDFRawStream &&
      /<(?:0000|FEFF|FFFE)>\s*$/m.test(
        this.decode(map)
          .toString('latin1')
          .replace(/<0000> <FFFF>/, ''),
      )
    )
      this.breach('ua 7.21.7-2', where)
    if (subtype === 'Type0' || subtype === 'Type3') return
    const descriptor = this.dict(dict, 'FontDescriptor')
    const program = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => this.get(descriptor ?? undefined, key))
    if (!program) this.breach('ua 7.21.4.1-1', where)
    if (subtype === 'CIDFontType2' && !dict.has(PDFName.of('CIDToGIDMap'))) this.breach('ua 7.21.3.2-1', where)
    if (isDescendant && !dict.has(PDFName.of('W'))) this.breach('a 6.2.11.5', where)
  }

  pages(): void {
    for (const [i, page] of this.document.getPages().entries()) {
      const where = `page ${i + 1}`
      const annotations = this.get(page.node, 'Annots')
      const hasAnnotations = annotations instanceof PDFArray && annotations.size() > 0
      if (hasAnnotations && this.name(this.get(page.node, 'Tabs')) !== 'S') this.breach('ua 7.18.3-1', where)
      for (const key of ['AA', 'PresSteps']) if (page.node.has(PDFName.of(key))) this.breach('a 6.10', where)
      const resources = this.dict(page.node, 'Resources')
      if (!resources) this.breach('a 6.2.2', where)
      this.states(resources, where)
      this.content(this.contents(page.node), resources, '', where, 0)
    }
  }

  private states(resources: PDFDict | null, where: string): void {
    const states = this.dict(resources, 'ExtGState')
    for (const [, value] of states?.entries() ?? []) {
      const state = this.look(value)
      if (!(state instanceof PDFDict)) continue
      if (['TR', 'HTP'].some((key) => state.has(PDFName.of(key)))) this.breach('a 6.2.5', where)
      const blend = this.name(this.get(state, 'BM'))
      if (blend && !allowedBlends.test(blend)) this.breach('a 6.2.10', `${where} ${blend}`)
    }
  }

  private contents(page: PDFDict): string {
    const contents = this.get(page, 'Contents')
    const streams = contents instanceof PDFArray ? contents.asArray().map((one) => this.look(one)) : [contents]
    return streams.map((one) => (one instanceof PDFRawStream ? this.decode(one).toString('latin1') : '')).join('\n')
  }

  /** Whatever is painted is tagged or an artifact, also inside the forms that it uses. */
  private content(text: string, resources: PDFDict | null, outer: string, where: string, depth: number): void {
    const open: string[] = outer ? [outer] : []
    const tokens = text.matchAll(
      /\((?:\\[\s\S]|[^\\()])*\)|<[0-9A-Fa-f\s]*>|\/([^\s/<>[\]()]+)\s*(<<(?:[^<>]|<[0-9A-Fa-f]*>)*>>|\/\w+)?\s*(BDC|BMC)\b|\b(EMC)\b|\/([^\s/<>[\]()]+)\s+Do\b|(?<=[\s\])>]|^)(Tj|TJ|f\*?|S|B\*?|s|b\*?|sh|k|K)(?=\s|$)/g,
    )
    for (const [, tag, properties, begin, end, form, paint] of tokens) {
      if (begin) open.push(tag === 'Artifact' ? 'artifact' : /MCID/.test(properties ?? '') ? 'tagged' : '')
      else if (end) open.pop()
      else if (form || paint) {
        if (paint === 'k' || paint === 'K') this.breach('a 6.2.4.3', where)
        const isArtifact = open.includes('artifact')
        const isTagged = open.includes('tagged')
        if (isArtifact && isTagged && !outer) this.breach('ua 7.1-1', where)
        const object = form ? this.get(this.dict(resources, 'XObject') ?? undefined, form) : null
        if (object instanceof PDFRawStream && this.name(this.get(object.dict, 'Subtype')) === 'Form' && depth < 9) {
          const inner = this.dict(object.dict, 'Resources')
          this.content(
            this.decode(object).toString('latin1'),
            inner,
            isArtifact ? 'artifact' : isTagged ? 'tagged' : '',
            where,
            depth + 1,
          )
        } else if (!isArtifact && !isTagged) this.breach('ua 7.1-3', where)
      }
    }
    if (open.length !== (outer ? 1 : 0)) this.breach('ua 7.1-2', where)
  }

  private breach(rule: string, where: string): void {
    this.breaches.push({ rule, where })
  }

  private look(object: PDFObject | undefined): PDFObject | undefined {
    return object instanceof PDFRef ? this.document.context.lookup(object) : object
  }

  private get(dict: PDFDict | null | undefined, key: string): PDFObject | undefined {
    return this.look(dict?.get(PDFName.of(key)))
  }

  private dict(of: PDFDict | null, key: string): PDFDict | null {
    const value = this.get(of, key)
    return value instanceof PDFDict ? value : null
  }

  private kids(element: PDFDict): PDFObject[] {
    const kids = element.get(PDFName.of('K'))
    const list = this.look(kids)
    return list instanceof PDFArray ? list.asArray() : kids ? [kids] : []
  }

  private name(object: PDFObject | undefined): string | undefined {
    return object instanceof PDFName ? object.decodeText() : undefined
  }

  private text(object: PDFObject | undefined): string | undefined {
    return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined
  }

  private decode(stream: PDFRawStream): Buffer {
    const isCompressed = stream.dict.has(PDFName.of('Filter'))
    return isCompressed ? inflateSync(stream.contents) : Buffer.from(stream.contents)
  }
}
