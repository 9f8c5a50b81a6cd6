import Handlebars from 'handlebars'
import helperNames from '../render/helpers.json'

const knownHelpers = Object.fromEntries((helperNames as string[]).map((name) => [name, true]))

/** A template as the engine's own are compiled, or the line that is at fault. Units: lines from 1. */
export function precompileTemplate({
  text,
}: {
  text: string
}): { specification: unknown } | { line: number; reason: string } {
  try {
    const code = Handlebars.precompile(text.trimEnd(), { knownHelpers, knownHelpersOnly: true, preventIndent: true })
    // The compiler writes an object literal: a theme is a program of the project's own, unlike a deck.
    return { specification: new Function(`return ${String(code)}`)() }
  } catch (error) {
    const message = String((error as Error).message)
    const line = Number(/(?:line |- )(\d+)(?::\d+)?/.exec(message)?.[1] ?? 1)
    return { line, reason: message.split('\n')[0]!.slice(0, 200) }
  }
}
