/** How users start the command line without installing it globally. */
export const programName = 'npx korme'
