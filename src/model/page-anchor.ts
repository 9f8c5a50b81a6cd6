/** A place on a printed page to which links lead. Units: px of the page, from its upper left corner. */
export interface PageAnchor {
  /** The name by which links call it. */
  name: string
  x: number
  y: number
}
