/** The commands, in the order in which help lists them. */
export const commandNames = ['build', 'check', 'new', 'doctor', 'help'] as const

export type CommandName = (typeof commandNames)[number]

/** Every flag of every command, without its dashes. */
export type FlagName =
  | 'fix'
  | 'help'
  | 'json'
  | 'lang'
  | 'messages'
  | 'no-notes'
  | 'out'
  | 'quiet'
  | 'root'
  | 'strict'
  | 'strict-fit'
  | 'theme'
  | 'version'
