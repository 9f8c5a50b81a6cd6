import { summaryOf } from '../documents/build-summary.ts'
import { KormeError } from '../model/errors.ts'
import { type BuildMemory, openBuildMemory } from './build-memory.ts'
import type { Call } from './command.ts'
import { buildOptions } from './decks.ts'
import type { HelperAnswer, HelperOrder } from './helpers.ts'
import { spareMemoryFor } from './spare-memory.ts'

/**
 * Makes pages for the process that started this one, as it would make them itself, until that lets go of this one or ends.
 * `program` identifies the program.
 */
export function helpBuilding(program: string): void {
  let help: ((deck: string) => Promise<HelperAnswer>) | null = null
  process.on('message', (order: HelperOrder) => {
    if (!('deck' in order)) help = helperOf(order, program)
    else void help?.(order.deck).then((answer) => process.send?.(answer))
  })
  // Half-written files go with this process.
  process.on('disconnect', () => process.exit())
}

function helperOf({ flags, requests }: Extract<HelperOrder, { flags: unknown }>, program: string) {
  const call = { flags, program } as Call
  let memory: Promise<BuildMemory> | null = null
  return async (deck: string): Promise<HelperAnswer> => {
    const start = performance.now()
    try {
      memory ??= openBuildMemory(call, requests)
      await spareMemoryFor(deck)
      const { produce } = await import('../documents/produce.ts')
      const built = await (await memory).make(deck, async (files) => ({
        ...(await produce(deck, { ...buildOptions(flags), files }, requests)),
        warned: false,
      }))
      const faults = built.errors.map(({ fault }) => fault)
      return { summary: summaryOf(built), text: built.text, faults, ms: performance.now() - start }
    } catch (error) {
      if (error instanceof KormeError) return { fault: error.fault }
      const { message, stack = '' } = error instanceof Error ? error : new Error(String(error))
      return { message, stack }
    }
  }
}
