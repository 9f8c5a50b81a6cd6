import { expect, test } from 'vitest'
import { sanitizeSvg } from '../../../src/load/assets/svg.ts'
import { withoutSvgMetadata } from '../../../src/load/assets/svg-metadata.ts'

const clean = (drawing: string) => Buffer.from(withoutSvgMetadata(Buffer.from(drawing))).toString()
const svg = 'xmlns="http://www.w3.org/2000/svg"'
const inkscape =
  'xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"'

const cases: [string, string, string][] = [
  [
    'comments, also between elements',
    `<?xml version="1.0"?><!-- by A. Author --><svg ${svg}><g><!-- C:\\Users\\author --><path d="M0 0"/></g></svg>`,
    `<svg ${svg}><g><path d="M0 0"/></g></svg>`,
  ],
  [
    'metadata with all that is in it',
    `<svg ${svg} xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><metadata><rdf:RDF><title>A. Author</title></rdf:RDF></metadata><title>Map</title></svg>`,
    `<svg ${svg}><title>Map</title></svg>`,
  ],
  [
    'elements and attributes of Inkscape',
    `<svg ${svg} ${inkscape} inkscape:version="1.3" sodipodi:docname="secret.svg"><sodipodi:namedview id="a"><inkscape:page/></sodipodi:namedview><g inkscape:label="Layer" id="b"/></svg>`,
    `<svg ${svg}><g id="b"/></svg>`,
  ],
  [
    'the data of Illustrator',
    `<svg ${svg} xmlns:i="http://ns.adobe.com/AdobeIllustrator/10.0/"><switch><i:pgf id="p">AAAA</i:pgf><g i:extraneous="self"><circle r="1"/></g></switch></svg>`,
    `<svg ${svg}><switch><g><circle r="1"/></g></switch></svg>`,
  ],
]

test.each(cases)('%s are dropped', (_, drawing, expected) => {
  expect(clean(drawing)).toBe(expected)
})

const kept = [
  `<svg ${svg} xmlns:xlink="http://www.w3.org/1999/xlink"><style>a &gt; b { fill: red }</style><use xlink:href="#a" xml:space="preserve"/><text>1 &lt; 2 &amp; 3</text></svg>`,
  `<svg:svg xmlns:svg="http://www.w3.org/2000/svg"><svg:path d="M0 0"/></svg:svg>`,
  '<svg width="1" height="1"><path d="M0 0"/></svg>',
  `<svg ${svg}><style><![CDATA[a > b { fill: red }]]></style></svg>`,
  `<svg ${svg}><g foreign:a="1"/></svg>`,
]

test.each(kept)('%s stays as it is', (drawing) => {
  expect(clean(drawing)).toBe(drawing)
})

test('what is left is a drawing of the same size', () => {
  const before = sanitizeSvg(
    Buffer.from(`<svg ${svg} ${inkscape} width="40" height="30" inkscape:a="1"><!-- a --></svg>`),
  )
  if (before === 'broken' || 'unsafe' in before) throw new Error('not a drawing')
  const after = sanitizeSvg(withoutSvgMetadata(before.bytes))
  expect(after).toMatchObject({ width: 40, height: 30, removed: [] })
})
