/** Something that a browser keeps for this page: null where it keeps nothing, or does not let us ask. */
export function kept(name: string): string | null {
  try {
    return localStorage.getItem(`korme-${name}`)
  } catch {
    return null
  }
}

/** Lets the browser keep it. One that does not is no fault. */
export function keep(name: string, value: string): void {
  try {
    localStorage.setItem(`korme-${name}`, value)
  } catch {
    // The next load starts as the first did.
  }
}
