/** The commands, in the order in which help lists them. */
export const commandNames = [
  'serve',
  'edit',
  'present',
  'build',
  'pdf',
  'handout',
  'check',
  'new',
  'themes',
  'doctor',
  'relay',
  'worker',
  'jobs',
  'help',
] as const

export type CommandName = (typeof commandNames)[number]
