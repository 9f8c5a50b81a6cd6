import { readFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import * as cssTree from 'css-tree'
import { pathTo } from './files.mjs'

const sources = pathTo('node_modules/reveal.js/js')

/** The parts of reveal.js that pages use: sections that are shown and hidden, touch, and a pointer that hides. */
const used = ['touch', 'pointer']

/**
 * What a part that is left out answers, where nothing is not an answer: no fragments to go through, no plugins to wait for,
 * and no sound that a touch has to allow.
 */
const answers = {
  fragments: { availableRoutes: '{ prev: false, next: false }', next: 'false', prev: 'false' },
  plugins: { load: 'Promise.resolve()' },
  slidecontent: { isAllowedToPlayAudio: 'true' },
}

/** The names in the style sheet of reveal.js that pages have too. */
const usedNames = [
  ...['reveal', 'slides', 'present', 'past', 'future', 'notes', 'paused', 'pause-overlay', 'no-transition'],
  ...['reveal-full-page', 'reveal-viewport'],
]

/**
 * An esbuild plugin that builds reveal.js from its sources, with only the parts that pages use. It is half as large, and every
 * page contains it. Errors: a part is no longer what this expects; the version of the package is exact.
 */
export const revealPlugin = {
  name: 'reveal.js',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^reveal\.js$/ }, () => ({ path: join(sources, 'reveal.js') }))
    onResolve({ filter: /^\.\/(?:controllers|components)\// }, ({ path, importer }) => {
      const name = basename(path)
      if (dirname(importer) !== sources || used.includes(name)) return
      return { path: join(sources, `${path}.js`), namespace: 'left-out' }
    })
    onLoad({ filter: /./, namespace: 'left-out' }, async ({ path }) => ({
      contents: leftOut(path, await readFile(path, 'utf8')),
    }))
    onLoad({ filter: /reveal\.js[\\/]dist[\\/]reveal\.css$/ }, async ({ path }) => ({
      contents: usedStyles(await readFile(path, 'utf8')),
      loader: 'css',
    }))
  },
}

/** Returns the code of a class with the methods of the one in a source, none of which does anything. */
export function leftOut(path, source) {
  // Each method of a class begins a line of its own.
  const methods = [...source.matchAll(/^\t(?:async )?(\w+)\(.*\) *\{$/gm)].map(([, name]) => name)
  const name = basename(path, '.js')
  const answered = answers[name] ?? {}
  const unknown = Object.keys(answered).filter((method) => !methods.includes(method))
  if (!/^export default class /m.test(source)) fail(`${name} is no class`)
  if (methods.length < 2 || unknown.length > 0) fail(`${name} has no ${unknown.join(', ') || 'methods'}`)
  const made = methods
    .filter((method) => method !== 'constructor')
    .map((method) => `${method}() {${answered[method] ? ` return ${answered[method]} ` : ''}}`)
  return `export default class {\n${made.join('\n')}\n}\n`
}

/** Returns the rules of a style sheet that can match something in a page. */
export function usedStyles(css) {
  const tree = cssTree.parse(css)
  cssTree.walk(tree, (node, item, list) => {
    if (node.type === 'Atrule' && /keyframes$/.test(node.name)) list.remove(item)
    if (node.type !== 'Rule' || node.prelude.type !== 'SelectorList') return
    node.prelude.children = node.prelude.children.filter(isUsed)
    if (node.prelude.children.isEmpty) list.remove(item)
  })
  const rest = cssTree.generate(tree)
  const missing = usedNames.filter((name) => !new RegExp(`\\.${name}(?![\\w-])`).test(rest))
  if (missing.length > 0) fail(`its style sheet has no ${missing.join(', ')}`)
  return rest
}

/** Whether all names that a selector needs are in pages. `print-pdf` always is. */
function isUsed(selector) {
  let matches = true
  const check = (node, isNegated) => {
    if (node.type === 'PseudoClassSelector' && node.name === 'not') {
      for (const child of node.children?.toArray() ?? []) check(child, !isNegated)
      return
    }
    if (node.type === 'ClassSelector') {
      if (isNegated ? node.name === 'print-pdf' : !usedNames.includes(node.name)) matches = false
    } else if (node.type === 'AttributeSelector' && !isNegated) matches = false
    for (const child of node.children?.toArray() ?? []) check(child, isNegated)
  }
  check(selector, false)
  return matches
}

function fail(reason) {
  throw new Error(`reveal.js is not as scripts/make/reveal.mjs expects: ${reason}`)
}
