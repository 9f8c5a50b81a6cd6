/** The command line as one file of the bundle, which `korme.ts` loads. */
export { keep } from './keep.ts'
export { main } from './main.ts'
export { processTerminal } from './terminal.ts'
