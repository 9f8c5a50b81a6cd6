/**
 * Counts what makes the code base easy or hard to change: `npm run figures [FOLDER]`, this tree if no folder is given.
 * `--compare OLD` prints the figures of another tree next to them.
 */
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { changeFigures } from './figures/changes.mjs'
import { codeFigures } from './figures/code.mjs'
import { importFigures } from './figures/imports.mjs'
import { readTree } from './figures/tree.mjs'

/** All figures of the source tree in a folder. */
export function figuresOf(root) {
  const tree = readTree(root)
  return { code: codeFigures(tree), imports: importFigures(tree), changes: changeFigures(tree) }
}

const countOf = ({ edited, written }) =>
  written.length > 0 ? `${edited.length} + ${written.length}` : `${edited.length}`

/** The rows of the table: a name and a figure. */
const rowsOf = ({ code, imports, changes }) => [
  ['TypeScript files of src/', code.files],
  ['lines of a file, median', code.fileMedian],
  ['lines of the longest file', code.fileLongest],
  ['named functions', code.functions],
  ['lines of a function, median', code.functionMedian],
  ['lines of the longest function', code.functionLongest],
  ['exports', code.exports],
  ['exports with a docstring, %', code.documentedPercent],
  ['folders of src/', imports.folders],
  ['imports', imports.imports],
  ['imports between folders', imports.importsBetweenFolders],
  ['  of these, not from model/', imports.importsBetweenFoldersButModel],
  ['pairs of folders', imports.folderPairs],
  ['circles of files', imports.fileCircles],
  ['circles of folders', imports.folderCircles.length],
  ...changes.map((one) => [`${one.change} (${one.sibling}): edit + write`, countOf(one)]),
]

function printTable(trees) {
  const columns = trees.map(rowsOf)
  columns[0].forEach(([name], row) => {
    console.log([name.padEnd(52), ...columns.map((rows) => String(rows[row][1]).padStart(10))].join(''))
  })
}

function printFiles(title, { code, imports, changes }) {
  console.log(`\n${title}\nlongest file: ${code.fileLongestName}\nlongest function: ${code.functionLongestName}`)
  for (const circle of imports.folderCircles) console.log(`circle of folders: ${circle}`)
  for (const { change, edited, written } of changes) {
    console.log(`\n${change}`)
    for (const path of edited) console.log(`  edit  ${path}`)
    for (const path of written) console.log(`  write ${path}`)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({ options: { compare: { type: 'string' } }, allowPositionals: true })
  const root = resolve(positionals[0] ?? join(dirname(fileURLToPath(import.meta.url)), '..'))
  const old = values.compare ? [{ title: 'before', figures: figuresOf(resolve(values.compare)) }] : []
  const trees = [...old, { title: 'now', figures: figuresOf(root) }]
  printTable(trees.map(({ figures }) => figures))
  for (const { title, figures } of trees) printFiles(`# ${title}`, figures)
}
