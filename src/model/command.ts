/** The commands, in the order in which help lists them. */
export const commandNames = [
  'serve',
  'present',
  'build',
  'pdf',
  'handout',
  'check',
  'new',
  'themes',
  'doctor',
  'help',
] as const

export type CommandName = (typeof commandNames)[number]

/** Every flag of every command, without its dashes. */
export type FlagName =
  | 'browser'
  | 'aspect'
  | 'fix'
  | 'handout'
  | 'help'
  | 'host'
  | 'ink'
  | 'json'
  | 'lang'
  | 'lines'
  | 'messages'
  | 'no-footer'
  | 'no-header'
  | 'no-notes'
  | 'no-sandbox'
  | 'notes'
  | 'open'
  | 'out'
  | 'paper'
  | 'pdf'
  | 'per-page'
  | 'port'
  | 'quiet'
  | 'range'
  | 'root'
  | 'strict'
  | 'strict-fit'
  | 'theme'
  | 'version'
