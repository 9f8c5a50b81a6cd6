/** What `scripts/make.mjs` writes for this folder. */
declare module '#generated/basemaps.js' {
  export const basemaps: Record<string, import('./basemap.ts').Basemap>
}
