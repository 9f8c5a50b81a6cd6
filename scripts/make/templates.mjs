import { readFile, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import Handlebars from 'handlebars'
import { filesBelow, pathTo } from './files.mjs'

/** Precompiles all templates into one module, by file name: `src/blocks/title/title.hbs` is `title`. */
export async function makeTemplates() {
  // If all helpers are known, `{{text}}` is a plain look-up. This takes a third of the time, and a misspelt helper fails here.
  const helpers = JSON.parse(await readFile(pathTo('src/render/helpers.json'), 'utf8'))
  const knownHelpers = Object.fromEntries(helpers.map((name) => [name, true]))
  const entries = []
  const partials = {}
  for (const file of await filesBelow('src', '.hbs')) {
    const source = (await readFile(pathTo(file), 'utf8')).trimEnd()
    const compiled = Handlebars.precompile(source, { knownHelpers, knownHelpersOnly: true, preventIndent: true })
    partials[basename(file, '.hbs')] = partialsOf(Handlebars.parse(source))
    entries.push(`  ${JSON.stringify(basename(file, '.hbs'))}: ${compiled},`)
  }
  await writeFile(pathTo('build/generated/templates.js'), `export const templates = {\n${entries.join('\n')}\n}\n`)
  await writeFile(
    pathTo('build/generated/template-partials.js'),
    `export const partials = ${JSON.stringify(partials, null, 2)}\n`,
  )
}

/** The names of the templates that a template includes, but for those that are looked up when a page is made. */
function partialsOf(program) {
  const names = new Set()
  const visitor = new Handlebars.Visitor()
  visitor.PartialStatement = ({ name }) => name.type === 'PathExpression' && names.add(name.original)
  visitor.accept(program)
  return [...names]
}
