/** The seed that `npm run verify:properties` has chosen; undefined in `npm test`, where a run is like the one before. */
export const chosenSeed: string | undefined = process.env.PROPERTY_SEED

/** How many cases a property test tries: all in `npm run verify:properties`, a tenth of them in `npm test`. */
export const runs = (all: number): number => (chosenSeed === undefined ? Math.ceil(all / 10) : all)
