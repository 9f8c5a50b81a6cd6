import { compressedStream, type PdfFile } from './pdf-file.ts'
import { srgbProfile } from './srgb-profile.ts'
import { PdfName, type PdfRef, PdfString, type PdfValue, textString } from './values.ts'

/** What a PDF says about itself. Shape: `date` is in UTC, without fractions of a second: `2026-01-31T09:00:00Z`. */
export interface PdfFacts {
  title: string
  author: string | null
  lang: string
  date: string
}

/** The program that a PDF names as its maker. */
const creator = 'Korme'

/**
 * Declares a PDF to follow PDF/UA-1 and PDF/A-2a, with all that this needs besides the pages themselves.
 *
 * Source: ISO 14289-1, 5 and 7.1; ISO 19005-2, 6.2.3 and 6.6.
 */
export function declareStandards(file: PdfFile, facts: PdfFacts): void {
  const producer = producerOf(file)
  const root = file.trailer.get('Root') as PdfRef
  const metadata = file.add({
    dict: new Map<string, PdfValue>([
      ['Type', new PdfName('Metadata')],
      ['Subtype', new PdfName('XML')],
    ]),
    bytes: Buffer.from(xmp(facts, producer)),
  })
  const profile = file.add(compressedStream(srgbProfile(), new Map<string, PdfValue>([['N', 3]])))
  const intent = new Map<string, PdfValue>([
    ['Type', new PdfName('OutputIntent')],
    ['S', new PdfName('GTS_PDFA1')],
    ['OutputConditionIdentifier', new PdfString('sRGB')],
    ['Info', new PdfString('sRGB')],
    ['DestOutputProfile', profile],
  ])
  const numbering = new Map<string, PdfValue>([['Nums', [0, new Map([['S', new PdfName('D')]])]]])
  const catalog = new Map(file.dict(root)).set('Metadata', metadata).set('OutputIntents', [intent])
  file.set(root, catalog.set('PageLabels', numbering))
  const date = new PdfString(`D:${facts.date.replace(/[-:TZ]/g, '')}Z`)
  const info: [string, PdfValue][] = [
    ['Title', textString(facts.title)],
    ...(facts.author ? [['Author', textString(facts.author)] as [string, PdfValue]] : []),
    ['Creator', new PdfString(creator)],
    ['Producer', textString(producer)],
    ['CreationDate', date],
    ['ModDate', date],
  ]
  file.set(file.trailer.get('Info') as PdfRef, new Map(info))
}

/** The name and version of what made the PDF; empty if it does not say. */
export function producerOf(file: PdfFile): string {
  const info = file.value(file.trailer.get('Info'))
  const producer = info instanceof Map && info.get('Producer')
  return producer instanceof PdfString ? producer.bytes : ''
}

const escaped = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    // XML has no other control characters.
    .replace(/[\0-\x08\v\f\x0e-\x1f\ufffe\uffff]/g, '')

/** The extension that PDF/A demands for the property of PDF/UA, which it does not know. */
const uaExtension = `<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 is followed</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>`

const xmp = (
  { title, author, lang, date }: PdfFacts,
  producer: string,
) => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfuaid:part>1</pdfuaid:part>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title)}</rdf:li></rdf:Alt></dc:title>
${author ? `<dc:creator><rdf:Seq><rdf:li>${escaped(author)}</rdf:li></rdf:Seq></dc:creator>\n` : ''}<dc:language><rdf:Bag><rdf:li>${escaped(lang)}</rdf:li></rdf:Bag></dc:language>
<xmp:CreatorTool>${creator}</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<pdf:Producer>${escaped(producer)}</pdf:Producer>
${uaExtension}
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
