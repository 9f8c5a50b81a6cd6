/** The commands, in the order in which help lists them. */
export const commandNames = ['build', 'pdf', 'check', 'new', 'doctor', 'help'] as const

export type CommandName = (typeof commandNames)[number]

/** Every flag of every command, without its dashes. */
export type FlagName =
  | 'browser'
  | 'aspect'
  | 'fix'
  | 'help'
  | 'json'
  | 'lang'
  | 'messages'
  | 'no-notes'
  | 'no-sandbox'
  | 'notes'
  | 'out'
  | 'pdf'
  | 'quiet'
  | 'range'
  | 'root'
  | 'strict'
  | 'strict-fit'
  | 'theme'
  | 'version'
