import ts from 'typescript'

/**
 * Returns whether a script asks if a feature exists before it uses it: `x.f?.()`, `if (x.f)`, `x.f ?? y`, `'f' in x`, in the
 * function that uses it or in one around it. `use` is the whole of `x.f`.
 */
export function isGuarded(use: ts.Node, name: string): boolean {
  for (let at: ts.Node = use; at.parent; at = at.parent) {
    const { parent } = at
    const isChain = ts.isCallExpression(parent) || ts.isPropertyAccessExpression(parent)
    if (isChain && parent.expression === use && parent.questionDotToken) return true
    if (isFunctionOrFile(parent) && guardsOf(parent).has(name)) return true
  }
  return false
}

const isFunctionOrFile = (node: ts.Node) => ts.isFunctionLike(node) || ts.isSourceFile(node)

const known = new WeakMap<ts.Node, Set<string>>()

/** The names that a function asks for, functions inside it left out. */
function guardsOf(scope: ts.Node): Set<string> {
  const found = known.get(scope)
  if (found) return found
  const names = new Set<string>()
  const visit = (node: ts.Node): void => {
    const condition = conditionOf(node)
    if (condition) for (const name of askedFor(condition)) names.add(name)
    if (node === scope || !isFunctionOrFile(node)) ts.forEachChild(node, visit)
  }
  visit(scope)
  known.set(scope, names)
  return names
}

const choosing = [ts.SyntaxKind.AmpersandAmpersandToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken]

function conditionOf(node: ts.Node): ts.Node | null {
  if (ts.isIfStatement(node)) return node.expression
  if (ts.isConditionalExpression(node)) return node.condition
  return ts.isBinaryExpression(node) && choosing.includes(node.operatorToken.kind) ? node.left : null
}

/** The features that a condition is about. What it calls is used, not asked for. */
function askedFor(condition: ts.Node): string[] {
  if (ts.isParenthesizedExpression(condition)) return askedFor(condition.expression)
  if (ts.isPrefixUnaryExpression(condition) || ts.isTypeOfExpression(condition)) {
    return askedFor(ts.isTypeOfExpression(condition) ? condition.expression : condition.operand)
  }
  if (ts.isPropertyAccessExpression(condition)) return [condition.name.text]
  if (ts.isIdentifier(condition)) return [condition.text]
  if (!ts.isBinaryExpression(condition)) return []
  if (condition.operatorToken.kind === ts.SyntaxKind.InKeyword && ts.isStringLiteral(condition.left)) {
    return [condition.left.text]
  }
  return [...askedFor(condition.left), ...askedFor(condition.right)]
}
