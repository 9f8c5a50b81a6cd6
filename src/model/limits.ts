import table from './limits.json' with { type: 'json' }

type LimitName = keyof typeof table

/**
 * The most that is accepted of each thing; more is refused with a finding that names the limit. `docs/format.md` lists
 * them.
 *
 * Units: those of the name; the others are counts. Characters are UTF-16 units.
 */
export const limits = Object.fromEntries(Object.entries(table).map(([name, { limit }]) => [name, limit])) as Readonly<
  Record<LimitName, number>
>
