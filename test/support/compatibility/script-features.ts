import ts from 'typescript'
import { isGuarded } from './guards.ts'
import { isInterface, newerAttribute, newerByName, newerExpression, newerOf, newerOption } from './platform.ts'

/**
 * Returns what a script uses that is newer than the oldest browsers, unless it asks first. Nothing is known of its values: a
 * member counts if everything of the browser that has its name is newer, and if neither the script nor its sources make one
 * of that name.
 */
export function newerInScript(code: string, madeBySources: ReadonlySet<string> = new Set()): string[] {
  const file = ts.createSourceFile('script.js', code, ts.ScriptTarget.Latest, true)
  const own = new Set<string>()
  forEachNode(file, (node) => {
    if (isDeclaration(node) && node.name && ts.isIdentifier(node.name)) own.add(node.name.text)
  })
  const made = new Set([...madeBySources, ...membersOf(file)])
  return newerIn(file, (name) => {
    const { parent } = name
    if (!ts.isPropertyAccessExpression(parent) || parent.name !== name) {
      return own.has(name.text) || ts.isBindingElement(parent) ? '' : newerByName(name.text)
    }
    const owner = ts.isIdentifier(parent.expression) ? parent.expression.text : ''
    if (isInterface(owner) && !own.has(owner)) return newerOf(owner, name.text)
    return made.has(name.text) ? '' : newerByName(name.text)
  })
}

/** Returns the same of TypeScript and all that it imports, where types tell whose member a name is; and what it makes. */
export function readSources(entries: readonly string[]): { newer: string[]; members: ReadonlySet<string> } {
  const program = ts.createProgram(entries, {
    lib: ['lib.esnext.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    strict: true,
    target: ts.ScriptTarget.ESNext,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    noEmit: true,
  })
  const checker = program.getTypeChecker()
  const newer = (name: ts.Identifier) => {
    const declaration = checker.getSymbolAtLocation(name)?.declarations?.[0]
    if (!declaration || !program.isSourceFileDefaultLibrary(declaration.getSourceFile())) return ''
    const owner = declaration.parent
    if (ts.isInterfaceDeclaration(owner)) return newerOf(interfaceOf(owner.name.text), name.text)
    return ts.isTypeLiteralNode(owner) ? newerByName(name.text) : newerOf(name.text, null)
  }
  const own = program.getSourceFiles().filter(({ fileName }) => !fileName.includes('node_modules'))
  return {
    newer: [...new Set(own.flatMap((file) => newerIn(file, newer)))],
    members: new Set(own.flatMap(membersOf)),
  }
}

/** `ArrayConstructor` and `ReadonlyArray` are `Array`. */
const interfaceOf = (name: string) => name.replace(/^Readonly(?=Array|Map|Set)|Constructor$/g, '')

/** The names of the members that a file makes or declares: `{ draw() {} }`, `this.draw = …`, `interface A { draw: … }`. */
function membersOf(file: ts.SourceFile): string[] {
  const names: string[] = []
  forEachNode(file, (node) => {
    const isMember =
      ts.isObjectLiteralElementLike(node) ||
      ts.isTypeElement(node) ||
      ts.isPropertyDeclaration(node) ||
      isSetOnThis(node)
    if (isMember && node.name && ts.isIdentifier(node.name)) names.push(node.name.text)
  })
  return names
}

function isSetOnThis(node: ts.Node): node is ts.PropertyAccessExpression {
  if (!ts.isPropertyAccessExpression(node) || node.expression.kind !== ts.SyntaxKind.ThisKeyword) return false
  const { parent } = node
  return (
    ts.isBinaryExpression(parent) && parent.left === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken
  )
}

/** Names, and texts that name something, which are newer in a file and not asked for. `newer` decides on names. */
function newerIn(file: ts.SourceFile, newer: (name: ts.Identifier) => string): string[] {
  const found = new Set<string>()
  forEachNode(file, (node) => {
    if (ts.isIdentifier(node) && isUse(node)) {
      const use = ts.isPropertyAccessExpression(node.parent) && node.parent.name === node ? node.parent : node
      const text = newer(node)
      if (text && !isGuarded(use, node.text)) found.add(text)
    }
    for (const [name, text] of newerTexts(node)) if (text && !isGuarded(node, name)) found.add(text)
  })
  return [...found]
}

/** Options, events, attributes and regular expressions that are newer, each with the name by which a script would ask. */
function newerTexts(node: ts.Node): [string, string][] {
  if (ts.isRegularExpressionLiteral(node)) return [['RegExp', newerExpression(node.text)]]
  if (!ts.isCallExpression(node) && !ts.isNewExpression(node)) return []
  const called = calledName(node)
  const [first, second] = node.arguments ?? []
  const text = first && ts.isStringLiteralLike(first) ? first.text : null
  if (called === 'element' && text !== null) {
    return second ? keysOf(second).map((name) => [name, newerAttribute(text, name)]) : []
  }
  if (called === 'RegExp' && text !== null) return [['RegExp', newerExpression(text)]]
  if (called === 'setAttribute' && text !== null) return [[text, newerAttribute(null, text)]]
  const options = (node.arguments ?? []).flatMap(keysOf)
  const event: [string, string][] =
    called === 'addEventListener' && text !== null ? [[`on${text}`, newerByName(`${text}_event`)]] : []
  return [...event, ...options.map((name): [string, string] => [name, newerOption(called, name)])]
}

/** Whether a name is read: not a declaration, a key, or a part of a type. */
function isUse(name: ts.Identifier): boolean {
  const { parent } = name
  if (ts.isPropertyAccessExpression(parent)) return true
  if (ts.isBindingElement(parent)) {
    return parent.propertyName === name || (!parent.propertyName && ts.isObjectBindingPattern(parent.parent))
  }
  const isName =
    (isDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isTypeElement(parent)) && parent.name === name
  const isOther = ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent) || ts.isLabeledStatement(parent)
  return !isName && !isOther && !ts.isTypeNode(parent) && !ts.isQualifiedName(parent)
}

const isDeclaration = (node: ts.Node): node is ts.NamedDeclaration =>
  ts.isVariableDeclaration(node) ||
  ts.isParameter(node) ||
  ts.isFunctionLike(node) ||
  ts.isClassLike(node) ||
  ts.isBindingElement(node) ||
  ts.isPropertyDeclaration(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isTypeParameterDeclaration(node) ||
  ts.isImportClause(node)

const calledName = ({ expression }: ts.CallExpression | ts.NewExpression): string => {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text
  return ts.isIdentifier(expression) ? expression.text : ''
}

const keysOf = (value: ts.Node): string[] =>
  ts.isObjectLiteralExpression(value)
    ? value.properties.flatMap(({ name }) =>
        name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? name.text : [],
      )
    : []

function forEachNode(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node)
  ts.forEachChild(node, (child) => forEachNode(child, visit))
}
