import { inflateSync } from 'node:zlib'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFName,
  PDFNumber,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib'

/** Ways to spoil a PDF. Each breaks the rule that is named; behind a rule with several faults stands which one it is. */
export const mutations: Record<string, (document: PDFDocument) => void> = {
  'ua 5-1': (d) => editXmp(d, (xmp) => xmp.replace('<pdfuaid:part>1<', '<pdfuaid:part>2<')),
  'ua 6.2-1': (d) => d.catalog.delete(PDFName.of('MarkInfo')),
  'ua 7.1-1': (d) => editPage(d, (content) => content.replace(/BDC\n/, 'BDC\n/Artifact BMC\n0 0 9 9 re\nf\nEMC\n')),
  'ua 7.1-2': (d) => editPage(d, (content) => content.replace(/\bEMC\b/, '')),
  'ua 7.1-3': (d) => editPage(d, (content) => `${content}\n0 0 9 9 re\nf\n`),
  'ua 7.1-3 (content without an element)': (d) => editPage(d, (content) => content.replace(/MCID \d+/, 'MCID 999')),
  'ua 7.1-5': (d) => elements(d, 'P')[0]!.set(PDFName.of('S'), PDFName.of('Unknown')),
  'ua 7.1-8': (d) => d.catalog.delete(PDFName.of('Metadata')),
  'ua 7.1-9': (d) => editXmp(d, (xmp) => xmp.replace(/<dc:title>[\s\S]*<\/dc:title>/, '')),
  'ua 7.1-10': (d) => d.catalog.delete(PDFName.of('ViewerPreferences')),
  'ua 7.1-11': (d) => d.catalog.delete(PDFName.of('StructTreeRoot')),
  'ua 7.1-12': (d) => elements(d, 'P')[0]!.delete(PDFName.of('P')),
  'ua 7.2-17': (d) => elements(d, 'L')[0]!.set(PDFName.of('S'), PDFName.of('Div')),
  'ua 7.2-18': (d) => elements(d, 'LI')[0]!.set(PDFName.of('S'), PDFName.of('Div')),
  'ua 7.2-19': (d) => elements(d, 'LI')[0]!.set(PDFName.of('S'), PDFName.of('P')),
  'ua 7.2-20': (d) => elements(d, 'LBody')[0]!.set(PDFName.of('S'), PDFName.of('P')),
  'ua 7.2-29': (d) => d.catalog.set(PDFName.of('Lang'), PDFString.of('not a tag')),
  'ua 7.2-34': (d) => d.catalog.delete(PDFName.of('Lang')),
  'ua 7.2-4': (d) => elements(d, 'P')[0]!.set(PDFName.of('S'), PDFName.of('TR')),
  'ua 7.2-5': (d) => elements(d, 'P')[0]!.set(PDFName.of('S'), PDFName.of('THead')),
  'ua 7.2-6': (d) => elements(d, 'P')[0]!.set(PDFName.of('S'), PDFName.of('TBody')),
  'ua 7.2-7': (d) => elements(d, 'P')[0]!.set(PDFName.of('S'), PDFName.of('TFoot')),
  'ua 7.2-8': (d) => elements(d, 'P')[0]!.set(PDFName.of('S'), PDFName.of('TH')),
  'ua 7.2-10': (d) => elements(d, 'L')[0]!.set(PDFName.of('S'), PDFName.of('TR')),
  'ua 7.2-11': (d) => elements(d, 'L')[0]!.set(PDFName.of('S'), PDFName.of('THead')),
  'ua 7.2-12': (d) => elements(d, 'L')[0]!.set(PDFName.of('S'), PDFName.of('TBody')),
  'ua 7.2-13': (d) => elements(d, 'L')[0]!.set(PDFName.of('S'), PDFName.of('TFoot')),
  'ua 7.2-42': turnListIntoUnevenTable,
  'ua 7.2-9': (d) => elements(d, 'P')[0]!.set(PDFName.of('S'), PDFName.of('TD')),
  'ua 7.2-3': (d) => elements(d, 'L')[0]!.set(PDFName.of('S'), PDFName.of('Table')),
  'ua 7.3-1': (d) => elements(d, 'Figure')[0]!.delete(PDFName.of('Alt')),
  'ua 7.4.2-1': (d) => elements(d, 'H2')[0]!.set(PDFName.of('S'), PDFName.of('H5')),
  'ua 7.5-1': (d) => elements(d, 'P')[0]!.set(PDFName.of('S'), PDFName.of('TH')),
  'ua 7.18.3-1': (d) => pageWithLinks(d).delete(PDFName.of('Tabs')),
  'ua 7.18.5-1': (d) => elements(d, 'Link')[0]!.set(PDFName.of('S'), PDFName.of('Span')),
  'ua 7.18.5-2': (d) => dicts(d, (dict) => is(dict, 'Subtype', 'Link'))[0]!.delete(PDFName.of('Contents')),
  'ua 7.21.3.2-1': (d) => fonts(d, 'CIDFontType2')[0]!.delete(PDFName.of('CIDToGIDMap')),
  'ua 7.21.4.1-1': (d) => dicts(d, (dict) => is(dict, 'Type', 'FontDescriptor'))[0]!.delete(PDFName.of('FontFile2')),
  'ua 7.21.7-1': (d) => fonts(d, 'Type0')[0]!.delete(PDFName.of('ToUnicode')),
  'ua 7.21.7-1 (one glyph)': (d) => editToUnicode(d, (map) => map.replace(/^<\w{4}> <\w+>$/gm, '')),
  'ua 7.21.7-2': (d) => editToUnicode(d, (map) => map.replace(/^(<\w{4}>) <\w+>$/m, '$1 <0000>')),
  'ua 7.21.8-1': (d) => editPage(d, (content) => content.replace(/<\w{4}(?=\w*>)/, '<0000')),
  'a 6.1.3': (d) => Reflect.deleteProperty(d.context.trailerInfo, 'ID'),
  'a 6.1.7': (d) => streams(d)[0]!.dict.set(PDFName.of('F'), PDFString.of('file.bin')),
  'a 6.2.2': (d) => d.getPage(0).node.delete(PDFName.of('Resources')),
  'a 6.2.3': (d) => d.catalog.delete(PDFName.of('OutputIntents')),
  'a 6.2.4.3': (d) => editPage(d, (content) => `${content}\n0 0 0 1 k\n`),
  'a 6.2.5': (d) => states(d)[0]!.set(PDFName.of('TR'), PDFName.of('Identity')),
  'a 6.2.8': (d) => images(d)[0]!.dict.set(PDFName.of('Interpolate'), d.context.obj(true)),
  'a 6.2.10': (d) => states(d)[0]!.set(PDFName.of('BM'), PDFName.of('Unknown')),
  'a 6.2.11.5': (d) => fonts(d, 'CIDFontType2')[0]!.delete(PDFName.of('W')),
  'a 6.2.9': (d) => streams(d)[0]!.dict.set(PDFName.of('Subtype'), PDFName.of('PS')),
  'a 6.2.11.4.1': (d) => editPage(d, (content) => content.replace(/<\w{4}(?=\w*>)/, '<fffe')),
  'a 6.2.11.5 (one glyph)': (d) => fonts(d, 'CIDFontType2').forEach(widen),
  'a 6.3.1': (d) => dicts(d, (dict) => is(dict, 'Subtype', 'Link'))[0]!.set(PDFName.of('Subtype'), PDFName.of('Movie')),
  'a 6.3.2': (d) => dicts(d, (dict) => is(dict, 'Subtype', 'Link'))[0]!.set(PDFName.of('F'), PDFNumber.of(2)),
  'a 6.5.1': (d) => d.catalog.set(PDFName.of('OpenAction'), d.context.obj({ S: 'Launch' })),
  'a 6.5.2': (d) => d.catalog.set(PDFName.of('AA'), d.context.obj({})),
  'a 6.6.2.1': (d) => editXmp(d, (xmp) => xmp.replace(' xmlns:pdf="http://ns.adobe.com/pdf/1.3/"', '')),
  'a 6.6.2.3': (d) => editXmp(d, (xmp) => xmp.replace(/<pdfaExtension:schemas>[\s\S]*<\/pdfaExtension:schemas>/, '')),
  'a 6.6.3': (d) => info(d).set(PDFName.of('ModDate'), PDFString.of('D:20200101000000Z')),
  'a 6.6.4': (d) => editXmp(d, (xmp) => xmp.replace('<pdfaid:conformance>A<', '<pdfaid:conformance>B<')),
  'a 6.8': (d) => d.catalog.set(PDFName.of('Names'), d.context.obj({ JavaScript: {} })),
  'a 6.10': (d) => d.getPage(0).node.set(PDFName.of('PresSteps'), d.context.obj({})),
}

/** Saves a PDF after a change, without touching anything else. */
export async function saved(pdf: Uint8Array, change: (document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  change(document)
  return document.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
}

const dicts = (document: PDFDocument, fits: (dict: PDFDict) => boolean): PDFDict[] =>
  document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && fits(object) ? [object] : []))

const is = (dict: PDFDict, key: string, name: string) => dict.get(PDFName.of(key)) === PDFName.of(name)
const elements = (document: PDFDocument, type: string) =>
  dicts(document, (dict) => is(dict, 'Type', 'StructElem') && is(dict, 'S', type))
const fonts = (document: PDFDocument, subtype: string) => dicts(document, (dict) => is(dict, 'Subtype', subtype))
const streams = (document: PDFDocument) =>
  document.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
const images = (document: PDFDocument) => streams(document).filter(({ dict }) => is(dict, 'Subtype', 'Image'))
const states = (document: PDFDocument) =>
  document
    .getPage(0)
    .node.Resources()!
    .lookup(PDFName.of('ExtGState'), PDFDict)
    .values()
    .map((one) => document.context.lookup(one, PDFDict))
const info = (document: PDFDocument) => document.context.lookup(document.context.trailerInfo.Info, PDFDict)
const pageWithLinks = (document: PDFDocument) =>
  document.getPages().find(({ node }) => node.lookupMaybe(PDFName.of('Annots'), PDFArray))!.node

function editXmp(document: PDFDocument, edit: (xmp: string) => string): void {
  const ref = document.catalog.get(PDFName.of('Metadata')) as PDFRef
  const stream = document.context.lookup(ref) as PDFRawStream
  const edited = edit(Buffer.from(stream.contents).toString('utf8'))
  document.context.assign(ref, PDFRawStream.of(stream.dict, Buffer.from(edited)))
}

function editPage(document: PDFDocument, edit: (content: string) => string): void {
  const { node } = document.getPage(0)
  const ref = node.get(PDFName.of('Contents')) as PDFRef
  const stream = document.context.lookup(ref) as PDFRawStream
  const content = inflateSync(stream.contents).toString('latin1')
  document.context.assign(ref, document.context.stream(edit(content)))
}

function editToUnicode(document: PDFDocument, edit: (map: string) => string): void {
  for (const font of fonts(document, 'Type0')) {
    const ref = font.get(PDFName.of('ToUnicode')) as PDFRef
    const stream = document.context.lookup(ref) as PDFRawStream
    document.context.assign(ref, document.context.stream(edit(inflateSync(stream.contents).toString('latin1'))))
  }
}

function widen(font: PDFDict): void {
  const widths = font.lookup(PDFName.of('W'), PDFArray)
  for (const one of widths.asArray())
    if (one instanceof PDFArray) for (let i = 0; i < one.size(); i++) one.set(i, PDFNumber.of(1234))
}

/** The items of a list become rows, whose bodies are cells, one of them of two columns. */
function turnListIntoUnevenTable(document: PDFDocument): void {
  elements(document, 'L')[0]!.set(PDFName.of('S'), PDFName.of('Table'))
  for (const item of elements(document, 'LI')) item.set(PDFName.of('S'), PDFName.of('TR'))
  const cells = elements(document, 'LBody')
  for (const cell of cells) cell.set(PDFName.of('S'), PDFName.of('TD'))
  cells[0]!.set(PDFName.of('A'), document.context.obj({ O: 'Table', ColSpan: 2 }))
}
