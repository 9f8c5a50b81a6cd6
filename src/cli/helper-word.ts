/** The first word of the command line of a process that helps another one to build. */
export const helperWord = 'help-building'
