import { getDocument, OPS, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A run of text on a page. Units: pt from the upper left corner. */
export interface PdfText {
  text: string
  x: number
  /** Of the line that the letters stand on. */
  baseline: number
  width: number
  size: number
}

/** A straight stroke. Units: pt from the upper left corner. */
export interface PdfStroke {
  x: number
  y: number
  width: number
  height: number
}

export interface PdfPage {
  width: number
  height: number
  texts: PdfText[]
  /** All of it, each run of white space one space. */
  text: string
  strokes: PdfStroke[]
  /** How often a picture of points is drawn. */
  images: number
  /** Everything tagged, in the order in which it is read: roles, and texts by themselves. */
  tags: string[]
  /** Addresses of links. */
  links: string[]
  /** Numbers of the pages that links inside the file lead to, from 1. */
  targets: number[]
  /** What pictures are for those who do not see them. */
  alts: string[]
  /** Names of the fonts that texts are drawn with, as the font files have them. */
  fonts: string[]
}

export interface PdfFile {
  title: string
  author: string | null
  lang: string | null
  /** Titles of the bookmarks, nested ones behind a tab. */
  bookmarks: string[]
  pages: PdfPage[]
}

/** Reads a PDF back: what it says, where, and how it is read aloud. */
export async function readPdf(bytes: Uint8Array): Promise<PdfFile> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false })
  const file = await task.promise
  const pages: PdfPage[] = []
  for (let n = 1; n <= file.numPages; n++) pages.push(await readPage(await file.getPage(n), file))
  const { info } = await file.getMetadata()
  const { Title = '', Author = null, Language = null } = info as Record<string, string | null | undefined>
  const read = {
    title: Title ?? '',
    author: Author,
    lang: Language,
    bookmarks: bookmarksOf(await file.getOutline()),
    pages,
  }
  await task.destroy()
  return read
}

type Outline = { title: string; items: Outline }[] | null

const bookmarksOf = (outline: Outline, indent = ''): string[] =>
  (outline ?? []).flatMap(({ title, items }) => [indent + title, ...bookmarksOf(items, `${indent}\t`)])

async function readPage(page: PDFPageProxy, file: PDFDocumentProxy): Promise<PdfPage> {
  const [, , width, height] = page.view as [number, number, number, number]
  const content = await page.getTextContent({ includeMarkedContent: true })
  const byId = new Map<string, string>()
  const texts: PdfText[] = []
  const open: (string | null)[] = []
  for (const item of content.items) {
    if ('str' in item) {
      const [a, b, , , x, y] = item.transform as [number, number, number, number, number, number]
      if (item.str.trim() !== '')
        texts.push({ text: item.str, x, baseline: height - y, width: item.width, size: Math.hypot(a, b) })
      const id = open.findLast((one) => one !== null)
      if (id) byId.set(id, (byId.get(id) ?? '') + item.str + (item.hasEOL ? ' ' : ''))
    } else if (item.type === 'endMarkedContent') open.pop()
    else open.push(item.id ?? null)
  }
  const tree = await page.getStructTree()
  const operators = await page.getOperatorList()
  const annotations = (await page.getAnnotations()) as { url?: string; dest?: string | unknown[] }[]
  return {
    width,
    height,
    texts,
    text: squeezed(texts.map(({ text }) => text).join(' ')),
    strokes: strokesOf(operators, height),
    images: operators.fnArray.filter((fn) => drawsPoints.has(fn)).length,
    tags: tree ? tagsOf(tree as Tag, byId) : [],
    links: annotations.flatMap(({ url }) => url ?? []),
    targets: await Promise.all(annotations.flatMap(({ dest }) => (dest ? pageOf(dest, file) : []))),
    alts: tree ? altsOf(tree as Tag) : [],
    fonts: fontsOf(operators, page),
  }
}

async function pageOf(dest: string | unknown[], file: PDFDocumentProxy): Promise<number> {
  const [page] = (typeof dest === 'string' ? await file.getDestination(dest) : dest) ?? []
  return 1 + (await file.getPageIndex(page as Parameters<PDFDocumentProxy['getPageIndex']>[0]))
}

function fontsOf({ fnArray, argsArray }: Operators, { commonObjs }: PDFPageProxy): string[] {
  const ids = new Set(fnArray.flatMap((fn, i) => (fn === OPS.setFont ? [argsArray[i][0] as string] : [])))
  const names = [...ids].map((id) => (commonObjs.get(id) as { name: string }).name.replace(/^[A-Z]{6}\+/, ''))
  return [...new Set(names)].sort()
}

type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>

const drawsPoints = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])

const altsOf = ({ alt, children = [] }: Tag): string[] => [
  ...(alt === undefined ? [] : [alt]),
  ...children.flatMap(altsOf),
]

interface Tag {
  role?: string
  alt?: string
  type?: string
  id?: string
  children?: Tag[]
}

function tagsOf({ role, id, children = [] }: Tag, byId: ReadonlyMap<string, string>): string[] {
  const text = id ? squeezed(byId.get(id) ?? '') : ''
  const own = role ? [`<${role}>`] : text === '' ? [] : [text]
  return [...own, ...children.flatMap((child) => tagsOf(child, byId))]
}

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim()

type Matrix = readonly [number, number, number, number, number, number]

const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + c * h,
  b * g + d * h,
  a * i + c * j,
  b * i + d * j,
  a * k + c * l + e,
  b * k + d * l + f,
]

/** Every straight line that is drawn, wherever groups and forms move it. */
function strokesOf({ fnArray, argsArray }: Operators, height: number): PdfStroke[] {
  const strokes: PdfStroke[] = []
  const kept: Matrix[] = []
  let matrix: Matrix = [1, 0, 0, 1, 0, 0]
  for (const [i, fn] of fnArray.entries()) {
    const args = argsArray[i]
    if (fn === OPS.save) kept.push(matrix)
    else if (fn === OPS.restore) matrix = kept.pop() ?? matrix
    else if (fn === OPS.transform) matrix = times(matrix, args as Matrix)
    else if (fn === OPS.paintFormXObjectBegin) {
      kept.push(matrix)
      if (args[0]) matrix = times(matrix, args[0] as Matrix)
    } else if (fn === OPS.paintFormXObjectEnd) matrix = kept.pop() ?? matrix
    else if (fn === OPS.constructPath && args[0] === OPS.stroke) strokes.push(...linesOf(args[1][0], matrix, height))
  }
  return strokes
}

/** Source: pdf.js, `DrawOPS`: 0 moves, 1 draws a line, 2 a curve by three points, 3 by two, 4 closes. */
const points = [1, 1, 3, 2, 0]

function linesOf(path: Float32Array | null, [a, b, c, d, e, f]: Matrix, height: number): PdfStroke[] {
  const lines: PdfStroke[] = []
  let from = { x: 0, y: 0 }
  for (let at = 0; path && at < path.length; ) {
    const operation = path[at]!
    at += 1 + 2 * points[operation]!
    if (points[operation] === 0) continue
    const [px, py] = [path[at - 2]!, path[at - 1]!]
    const to = { x: a * px + c * py + e, y: height - (b * px + d * py + f) }
    if (operation === 1) {
      const [x, y] = [Math.min(from.x, to.x), Math.min(from.y, to.y)]
      lines.push({ x, y, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) })
    }
    from = to
  }
  return lines
}
