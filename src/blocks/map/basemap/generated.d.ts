/** What `scripts/make.mjs` writes for this folder. */
declare module '#generated/grounds.js' {
  export const grounds: Record<string, import('./basemap.ts').Basemap>
}
