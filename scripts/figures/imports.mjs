import { posix } from 'node:path'
import ts from 'typescript'
import { isTypeScript } from './tree.mjs'

/** The folder of `src/` that a file is in; files at its top count as one folder. */
const folderOf = (path) => (path.split('/').length > 2 ? path.split('/')[1] : '(top)')

/** Counts the imports of `src/`, those of types included. A pair is one folder that imports from another. */
export function importFigures(tree) {
  const sources = tree.filter(isTypeScript)
  const paths = new Set(sources.map(({ path }) => path))
  const imports = sources.flatMap((file) =>
    importsOf(file)
      .filter((to) => paths.has(to))
      .map((to) => ({ from: file.path, to })),
  )
  const between = imports
    .map(({ from, to }) => ({ from: folderOf(from), to: folderOf(to) }))
    .filter(({ from, to }) => from !== to)
  const pairs = new Set(between.map(({ from, to }) => `${from} -> ${to}`))
  return {
    folders: new Set(sources.map(({ path }) => folderOf(path))).size,
    imports: imports.length,
    importsBetweenFolders: between.length,
    importsBetweenFoldersButModel: between.filter(({ to }) => to !== 'model').length,
    folderPairs: pairs.size,
    fileCircles: circles(imports).length,
    folderCircles: circles(between).map((circle) => circle.sort().join(', ')),
  }
}

function importsOf({ path, text }) {
  const { importedFiles } = ts.preProcessFile(text, true, true)
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith('.'))
    .map(({ fileName }) => posix.join(posix.dirname(path), fileName))
}

/** Returns the groups of nodes that all lead to each other. Source: Tarjan, 1972. */
function circles(edges) {
  const targets = groupByFrom(edges)
  const [indices, low, stack, groups] = [new Map(), new Map(), [], []]
  const visit = (node) => {
    indices.set(node, indices.size)
    low.set(node, indices.get(node))
    stack.push(node)
    for (const { to } of targets.get(node) ?? []) {
      if (!indices.has(to)) visit(to)
      if (stack.includes(to)) low.set(node, Math.min(low.get(node), low.get(to)))
    }
    if (low.get(node) !== indices.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    if (group.length > 1) groups.push(group)
  }
  for (const node of targets.keys()) if (!indices.has(node)) visit(node)
  return groups
}

function groupByFrom(edges) {
  const groups = new Map()
  for (const edge of edges) groups.set(edge.from, [...(groups.get(edge.from) ?? []), edge])
  return groups
}
