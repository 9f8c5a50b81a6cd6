import { withoutComments } from './tree.mjs'

/**
 * Twelve changes, each measured by an existing example, the sibling: a new one needs its own files like those of the sibling
 * (`own`), and edits in all other files that mention the sibling (`named`). A sibling can do more than the smallest new one
 * would, so this is an upper bound. `but`: files that use the same word for something else.
 * Public names (codes, flags, fields) are the same in every version of the program; names in the code are listed in every
 * spelling they have had.
 */
const changes = [
  {
    change: 'a block type',
    sibling: 'video',
    named: /['"]video['"]|\bVideo(Block|View|Problem|Words)\b|\bvideo(Type|Object|Words)\b/,
    own: /^src\/blocks\/video\/|\/assets\/video\.|\/(problems|en|kk|ru)\/video\.|\/(player|video-controls|video-player)\.ts/,
    but: /^themes\/|schemas\/theme|\/still/,
  },
  {
    change: 'a language',
    sibling: 'kk',
    named: /\bkk\b/,
    own: /\/kk[./]/,
    but: /^themes\//,
  },
  {
    change: 'an export',
    sibling: 'the PDF of slides',
    named: /\bslidesPdf\b|['"]pdf['"]|--pdf\b|\bpdf[?:]/,
    own: /^src\/(documents\/)?(slides-)?pdf\.ts$|\/commands\/pdf\.ts$/,
    but: /parse|author/,
  },
  { change: 'a finding', sibling: 'quotes-straight', named: /\bquotes-straight\b/ },
  {
    change: 'the footer',
    sibling: 'its region',
    named: /['".]footer\b|\bfooter:/,
    but: /^(themes|scripts|schemas)\/|cli|handout|bundle|languages|messages|client/,
  },
  { change: 'a flag', sibling: '--strict-fit', named: /\bstrict-fit\b|\bstrictFit\b/ },
  { change: 'a layout', sibling: 'statement', named: /\bstatement\b/ },
  { change: 'a fitting rule', sibling: 'pretty', named: /\bpretty\b/ },
  {
    change: 'a repair',
    sibling: 'number-torn',
    named: /number-torn|torn-number|split-heading-number/,
    own: /\/(torn-number|split-heading-number)\.ts/,
  },
  { change: 'a key', sibling: 'G', named: /\bjump\b/, own: /\/jump\.ts$/, but: /\.css$|blocks\/map/ },
  { change: 'a video provider', sibling: 'Rutube', named: /rutube/i },
  { change: 'a response header', sibling: 'nosniff', named: /\bnosniff\b/ },
]

/** For each change, the files to edit and the files to write, as paths. */
export function changeFigures(tree) {
  const files = tree.map((file) => ({ path: file.path, code: withoutComments(file) }))
  return changes.map(({ change, sibling, named, own, but }) => {
    const isOwn = ({ path }) => own?.test(path) ?? false
    const isNamedIn = ({ path, code }) => named.test(code) && !but?.test(path)
    const pathsOf = (some) => some.map(({ path }) => path)
    return {
      change,
      sibling,
      edited: pathsOf(files.filter((file) => !isOwn(file) && isNamedIn(file))),
      written: pathsOf(files.filter(isOwn)),
    }
  })
}
