import ts from 'typescript'
import { isTypeScript, parse } from './tree.mjs'

const linesOf = (text) => text.trimEnd().split('\n').length

/** Counts the files, functions and docstrings of `src/`. Units: lines. */
export function codeFigures(tree) {
  const sources = tree.filter(isTypeScript)
  const functions = sources.flatMap(namedFunctions)
  const exports = sources.flatMap(exportsOf)
  const documented = exports.filter(({ hasDocstring }) => hasDocstring).length
  return {
    files: sources.length,
    ...summary(
      'file',
      sources.map(({ path, text }) => ({ name: path, lines: linesOf(text) })),
    ),
    functions: functions.length,
    ...summary('function', functions),
    exports: exports.length,
    documentedPercent: Math.round((1000 * documented) / exports.length) / 10,
    undocumented: exports.filter(({ hasDocstring }) => !hasDocstring).map(({ name }) => name),
  }
}

function summary(kind, items) {
  const sorted = [...items].sort((a, b) => a.lines - b.lines)
  const { name, lines } = sorted.at(-1)
  return {
    [`${kind}Median`]: sorted[sorted.length >> 1].lines,
    [`${kind}Longest`]: lines,
    [`${kind}LongestName`]: name,
  }
}

/** Returns the functions, methods and arrow functions with a name. Callbacks are part of the function around them. */
function namedFunctions(file) {
  const source = parse(file)
  const functions = []
  const visit = (node) => {
    const name = functionName(node)
    if (name) {
      const [start, end] = [node.getStart(source), node.getEnd()]
      functions.push({ name: `${file.path}: ${name}`, lines: linesOf(file.text.slice(start, end)) })
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
  return functions
}

function functionName(node) {
  if (!ts.isFunctionLike(node) || !node.body) return null
  if (ts.isConstructorDeclaration(node)) return 'constructor'
  const owner = node.name ? node : node.parent
  const isNamed = node.name || ts.isVariableDeclaration(owner) || ts.isPropertyAssignment(owner)
  return isNamed && owner.name ? owner.name.getText() : null
}

/** Returns the exported declarations of a file, without its re-exports, which are documented where they are declared. */
function exportsOf(file) {
  return parse(file)
    .statements.filter((statement) => ts.canHaveModifiers(statement) && isExported(statement))
    .map((statement) => ({
      name: `${file.path}: ${(statement.name ?? statement.declarationList?.declarations[0]?.name)?.getText() ?? 'default'}`,
      hasDocstring: ts.getJSDocCommentsAndTags(statement).length > 0,
    }))
}

const isExported = (statement) =>
  ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
