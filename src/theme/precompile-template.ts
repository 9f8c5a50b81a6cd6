import Handlebars from 'handlebars'
import helperNames from '../render/helpers.json'

const knownHelpers = Object.fromEntries((helperNames as string[]).map((name) => [name, true]))

/** Precompiles a template as the build does with Korme's own, or returns the line of the error. Units: lines from 1. */
export function precompileTemplate({
  text,
}: {
  text: string
}): { specification: unknown } | { line: number; reason: string } {
  try {
    const code = Handlebars.precompile(text.trimEnd(), { knownHelpers, knownHelpersOnly: true, preventIndent: true })
    // The compiler returns an object literal. Evaluating it is safe: unlike a deck, a theme is trusted code of the project.
    return { specification: new Function(`return ${String(code)}`)() }
  } catch (error) {
    const message = String((error as Error).message)
    const line = Number(/(?:line |- )(\d+)(?::\d+)?/.exec(message)?.[1] ?? 1)
    return { line, reason: message.split('\n')[0]!.slice(0, 200) }
  }
}
