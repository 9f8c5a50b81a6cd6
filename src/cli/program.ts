/** The command line as one file of the bundle, which `korme.ts` loads. */

export { main } from './main.ts'
export { processTerminal } from './terminal.ts'
export { writeCodeCache as keep } from './write-code-cache.ts'
